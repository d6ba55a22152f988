package com.cdhdashboard.core.sheet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How the numbers of each column of a file are written: decided over all of its rows before the first is passed on. */
final class NumberForms {
    private static final int MOST_NOTES = 10;

    private final List<NumberTally> columns = new ArrayList<>();
    private final Optional<Character> told;
    private final boolean semicolons;

    /**
     * Forms nothing is known of yet.
     *
     * @param told the decimal sign that options say
     * @param semicolons whether values are parted by semicolons, as they are where commas stand in numbers
     */
    NumberForms(Optional<Character> told, boolean semicolons) {
        this.told = told;
        this.semicolons = semicolons;
    }

    /** @param texts the columns that hold no numbers, whatever they look like */
    void add(List<SheetValue> row, BitSet texts) {
        for (int i = 0; i < row.size(); i++) {
            SheetValue value = row.get(i);
            boolean text = value.kind() == SheetValue.Kind.PLAIN || value.kind() == SheetValue.Kind.TEXT;
            // An empty text says nothing of how the others are written
            if (text && !texts.get(i) && !value.text().isBlank()) {
                column(i).add(value.text());
            }
        }
    }

    NumberTally column(int index) {
        while (columns.size() <= index) {
            columns.add(new NumberTally());
        }
        return columns.get(index);
    }

    /** The decimal sign that options say, or else the column shows. */
    Optional<Character> shown(int index) {
        return told.or(column(index)::shown);
    }

    /** The decimal sign of columns that do not show theirs. */
    char decimal() {
        long points = columns.stream().mapToLong(NumberTally::points).sum();
        long commas = columns.stream().mapToLong(NumberTally::commas).sum();
        long either = columns.stream().mapToLong(NumberTally::either).sum();
        boolean byDelimiter = points == commas && commas + either > 0 && semicolons;
        return told.orElse(commas > points || byDelimiter ? ',' : '.');
    }

    /** What a reader of these numbers has to know. */
    List<String> notes(List<String> names) {
        char usual = decimal();
        List<String> all = IntStream.range(0, Math.min(columns.size(), names.size()))
                .boxed()
                .flatMap(index -> note(index, usual, "column \"" + names.get(index) + "\"").stream())
                .toList();
        if (all.size() <= MOST_NOTES) {
            return all;
        }
        List<String> some = new ArrayList<>(all.subList(0, MOST_NOTES));
        some.add("the same of " + (all.size() - MOST_NOTES) + " more columns");
        return some;
    }

    private List<String> note(int index, char usual, String column) {
        NumberTally tally = columns.get(index);
        List<String> notes = new ArrayList<>();
        if (!tally.mostlyNumbers()) {
            return notes;
        }
        tally.currency()
                .ifPresent(sign -> notes.add(column + ": the sign \"" + sign + "\" beside numbers is left out"));
        char decimal = shown(index).orElse(usual);
        if (tally.mixed()) {
            notes.add(column + " holds numbers with a decimal comma, such as \"" + tally.firstComma()
                    + "\", and others with a decimal point, such as \"" + tally.firstPoint() + "\"; it is read with \""
                    + decimal + "\", and rows that do not fit are rejected");
        } else if (tally.either() > 0 && tally.points() + tally.commas() == 0 && told.isEmpty()) {
            String example = tally.firstEither();
            notes.add(column + " is ambiguous: all its numbers, such as \"" + example
                    + "\", fit a decimal point and a decimal comma; \"" + example + "\" is read as "
                    + NumberText.of(example).read(decimal).orElse(example)
                    + "; if that is wrong, say the option decimal and read the file again");
        } else if (tally.points() + tally.commas() > 0 && decimal != usual) {
            notes.add(column + " has the decimal \"" + decimal + "\"");
        }
        return notes;
    }
}

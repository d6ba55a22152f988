package com.cdhdashboard.assistant.draft;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.row.PegaTime;
import com.cdhdashboard.core.sample.SampleSummary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Tells what the columns of a sample are: by what they hold first, and by the words of their names. */
final class Classification {
    /** Fields that every row of interaction history needs. */
    static final List<String> REQUIRED =
            List.of("InteractionID", "Outcome", "OutcomeTime", "Issue", "Group", "Name", "Rank");

    /** So many whole numbers are grades rather than amounts. */
    private static final long GRADES = 12;

    private static final long MOST_GROUPS = 1_000;
    private static final Set<ValueType> NUMBERS = Set.of(ValueType.INTEGER, ValueType.NUMBER);
    private static final Predicate<String> MAILBOX =
            Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+").asMatchPredicate();
    private static final Predicate<String> PHONE =
            Pattern.compile("\\+[0-9][0-9 ()./-]{7,}").asMatchPredicate();

    private final long rows;
    private final boolean interactions;

    /** @param interactions whether these are rows of interaction history */
    Classification(long rows, boolean interactions) {
        this.rows = rows;
        this.interactions = interactions;
    }

    /** What was found, and why. */
    private record Found(FieldKind kind, String reason) {}

    DataField of(SampleSummary.Column column) {
        Optional<SampleSummary.Seen> seen = column.seen();
        Found found = seen.map(held -> found(column, held))
                .orElseGet(() -> known(column.name())
                        .filter(name -> name.kind() == FieldKind.ID)
                        .orElse(new Found(FieldKind.PERSONAL, "no values of it are kept, as they may tell of people")));
        long present = seen.map(SampleSummary.Seen::present).orElse(0L);
        return new DataField(
                column.name(),
                column.type(),
                found.kind(),
                rows == 0 ? 0 : (double) present / rows,
                seen.map(SampleSummary.Seen::different).orElse(0L),
                seen.stream()
                        .flatMap(held -> held.frequent().stream())
                        .map(SampleSummary.Frequent::value)
                        .toList(),
                interactions && REQUIRED.contains(column.name()),
                found.reason());
    }

    private Found found(SampleSummary.Column column, SampleSummary.Seen seen) {
        NameWords name = NameWords.of(column.name());
        Optional<Found> known = known(column.name());
        if (known.isPresent() && seen.present() > 0) {
            return known.get();
        }
        if (seen.present() == 0) {
            return new Found(FieldKind.EMPTY, "no row of the sample has a value");
        }
        if (NameHints.personal(name) || holds(seen, MAILBOX) || holds(seen, PHONE)) {
            return new Found(FieldKind.PERSONAL, "its name or its values say that it may tell of people");
        }
        if (isTime(column, name, seen)) {
            return new Found(FieldKind.TIME, "its values are times");
        }
        return byValues(column.type().orElse(ValueType.TEXT), name, seen);
    }

    private Optional<Found> known(String name) {
        if (!interactions) {
            return Optional.empty();
        }
        FieldKind kind = name.equals("Outcome")
                ? FieldKind.OUTCOME
                : name.equals("OutcomeTime") || name.equals("DecisionTime")
                        ? FieldKind.TIME
                        : name.equals("InteractionID") || name.equals("ConversionEventID")
                                ? FieldKind.ID
                                : NameHints.MEASURES.contains(name) ? FieldKind.MEASURE : FieldKind.DIMENSION;
        boolean ofPega = kind != FieldKind.DIMENSION || NameHints.DIMENSIONS.contains(name);
        return ofPega ? Optional.of(new Found(kind, "Pega's interaction history calls it so")) : Optional.empty();
    }

    private static boolean isTime(SampleSummary.Column column, NameWords name, SampleSummary.Seen seen) {
        ValueType type = column.type().orElse(ValueType.TEXT);
        if (type == ValueType.DATE || type == ValueType.TIMESTAMP) {
            return true;
        }
        List<SampleSummary.Frequent> frequent = seen.frequent();
        boolean read = frequent.isEmpty()
                ? type == ValueType.TEXT
                : frequent.stream()
                        .allMatch(each -> PegaTime.parse(each.value()).isPresent());
        return read && name.ends(NameHints.TIME);
    }

    private static boolean holds(SampleSummary.Seen seen, Predicate<String> form) {
        return seen.frequent().stream().anyMatch(each -> form.test(each.value()));
    }

    private Found byValues(ValueType type, NameWords name, SampleSummary.Seen seen) {
        long different = seen.different();
        boolean unique = different > GRADES && different * 2 > seen.present();
        if (name.ends(NameHints.ID) && (unique || different > DataField.MOST_TOLD) && type != ValueType.NUMBER) {
            return new Found(FieldKind.ID, "its name ends as ids do, and it has " + values(different));
        }
        if (name.has(NameHints.TECHNICAL) && !NUMBERS.contains(type)) {
            return new Found(FieldKind.TECHNICAL, "its name is one of book-keeping");
        }
        if (different == 1 && rows > 1) {
            return new Found(FieldKind.CONSTANT, "all rows have the same value");
        }
        if (NUMBERS.contains(type)) {
            boolean grades = type == ValueType.INTEGER && different <= GRADES && rows > GRADES;
            return grades
                    ? new Found(FieldKind.DIMENSION, "whole numbers, of which there are only " + different)
                    : new Found(FieldKind.MEASURE, "numbers");
        }
        boolean many = unique || different > MOST_GROUPS;
        return many
                ? new Found(FieldKind.VARIOUS, "texts of " + values(different) + ", too many to group by")
                : new Found(
                        FieldKind.DIMENSION,
                        (type == ValueType.BOOLEAN ? "true or false" : "texts of " + values(different)));
    }

    private static String values(long different) {
        return different + (different == 1 ? " value" : " different values");
    }
}

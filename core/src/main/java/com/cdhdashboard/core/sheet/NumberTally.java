package com.cdhdashboard.core.sheet;

import java.util.Optional;

/** Counts in which forms the values of one column are written, over all of its rows. */
final class NumberTally {
    private long values;
    private long numbers;
    private long points;
    private long commas;
    private long either;
    private String firstPoint = "";
    private String firstComma = "";
    private String firstEither = "";
    private String currency = "";
    private boolean currencies;

    void add(String text) {
        values++;
        NumberText number = NumberText.of(text);
        if (number.fit() == NumberText.Fit.NONE) {
            return;
        }
        numbers++;
        currencies |= !number.currency().isEmpty() && !currency.isEmpty() && !currency.equals(number.currency());
        currency = number.currency().isEmpty() ? currency : number.currency();
        switch (number.fit()) {
            case POINT -> {
                firstPoint = points++ == 0 ? text : firstPoint;
            }
            case COMMA -> {
                firstComma = commas++ == 0 ? text : firstComma;
            }
            case EITHER -> {
                firstEither = either++ == 0 ? text : firstEither;
            }
            case NONE, WHOLE -> {}
        }
    }

    long points() {
        return points;
    }

    long commas() {
        return commas;
    }

    long either() {
        return either;
    }

    /** Whether at least half of the values are numbers, so that a value that is written in an unusual way is one. */
    boolean mostlyNumbers() {
        return numbers * 2 >= values;
    }

    /** Whether no other text stands among the numbers. */
    boolean onlyNumbers() {
        return numbers == values;
    }

    /** Whether values that fit one sign only stand beside others that fit the other only. */
    boolean mixed() {
        return points > 0 && commas > 0;
    }

    /** The sign that most of the values show that fit no other. */
    Optional<Character> shown() {
        if (points == commas) {
            return Optional.empty();
        }
        return Optional.of(commas > points ? ',' : '.');
    }

    String firstPoint() {
        return firstPoint.strip();
    }

    String firstComma() {
        return firstComma.strip();
    }

    String firstEither() {
        return firstEither.strip();
    }

    /** The one sign of a currency beside numbers; absent also where there are several, whose amounts do not add up. */
    Optional<String> currency() {
        return currencies || currency.isEmpty() ? Optional.empty() : Optional.of(currency);
    }
}

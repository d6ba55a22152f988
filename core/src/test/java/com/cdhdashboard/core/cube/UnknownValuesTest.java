package com.cdhdashboard.core.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnknownValuesTest {
    private static final List<ValueCount> CHANNELS =
            List.of(new ValueCount("Mobile", 3), new ValueCount("Web", 5), new ValueCount(null, 1));

    private static List<String> notes(List<ValueCount> known, String... values) {
        List<Optional<String>> asked = Stream.of(values).map(Values::parseLabel).toList();
        return UnknownValues.of(List.of(Filter.In.of("Channel", asked)), dimension -> known(dimension, known));
    }

    private static Optional<List<ValueCount>> known(String dimension, List<ValueCount> values) {
        return dimension.equals("Channel") ? Optional.of(values) : Optional.empty();
    }

    @Test
    void whatOccursIsNotTold() {
        assertThat(notes(CHANNELS, "Web", "(missing)")).isEmpty();
    }

    @Test
    void aMisspeltValueBringsTheOneMeant() {
        assertThat(notes(CHANNELS, "Webb", "Web", "mobile"))
                .containsExactly(
                        "Channel has no value \"Webb\"; did you mean \"Web\"?",
                        "Channel has no value \"mobile\"; did you mean \"Mobile\"?");
    }

    @Test
    void aStrangeOneBringsTheFewThereAre() {
        assertThat(notes(CHANNELS, "Telephone"))
                .containsExactly("Channel has no value \"Telephone\"; there are Mobile, Web, (missing).");
        assertThat(notes(List.of(), "Fax")).containsExactly("Channel has no value \"Fax\".");
        List<ValueCount> many = IntStream.range(0, 13)
                .mapToObj(i -> new ValueCount("Channel " + i, 1))
                .toList();
        assertThat(notes(many, "Fax")).containsExactly("Channel has no value \"Fax\".");
    }

    @Test
    void manyAreCounted() {
        String[] values = IntStream.range(0, 8).mapToObj(i -> "qq" + i).toArray(String[]::new);
        assertThat(notes(List.of(), values)).hasSize(6).endsWith("Channel has none of 3 further values.");
        assertThat(notes(List.of(), "x".repeat(200)))
                .containsExactly("Channel has no value \"" + "x".repeat(100) + "…\".");
    }

    @Test
    void rangesAndDimensionsThatDoNotExistAreJudgedElsewhere() {
        List<Filter> filters = List.of(
                new Filter.Range("Channel", Optional.of("a"), Optional.empty()),
                new Filter.Contains("Channel", "zzz"),
                Filter.In.of("Chanel", List.of(Optional.of("Web"))));
        assertThat(UnknownValues.of(filters, dimension -> known(dimension, CHANNELS)))
                .isEmpty();
    }
}

package com.cdhdashboard.core.metric.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.figure.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScoresTest {
    /** Tests run in the folder of their module. */
    private static final Path GUIDE = Path.of("..", "docs", "metrics.md");

    static Stream<Score> all() {
        Stream<Score> named = Stream.of(Family.values()).flatMap(family -> Scores.of(family).stream());
        return Stream.concat(named, DescriptiveScores.of("COLUMN").stream());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyScoreHasItsHeadingAndItsTitleInTheGuide(Score score) throws IOException {
        List<String> lines = Files.readAllLines(GUIDE);

        assertThat(lines).contains("### " + score.name());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyScoreSaysWhatItMeansInWholeSentences(Score score) {
        assertThat(score.title()).isNotBlank().doesNotEndWith(".");
        assertThat(score.meaning().definition()).endsWith(".");
        assertThat(score.meaning().formula()).isNotBlank();
        assertThat(Scores.find(score.name())).isPresent();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aScoreThatCanBeMissingSaysWhen(Score score) {
        assertThat(score.meaning().notAvailable()).doesNotEndWith(".").isNotEqualTo(" ");
        assertThat(score.column().name()).isEqualTo(score.name());
    }

    @Test
    void wordsAndTablesAreNoNumbers() {
        assertThat(Scores.find("note").orElseThrow().column().type()).isEqualTo(ValueType.TEXT);
        assertThat(Scores.find("arms").orElseThrow().column().type()).isEqualTo(ValueType.TABLE);
        assertThat(Stream.of(Format.values()).filter(format -> !format.isNumber()))
                .containsExactly(Format.TEXT, Format.TABLE);
    }

    @Test
    void aScoreIsFoundByName() {
        assertThat(Scores.find("Lift").orElseThrow().display().centre()).isEqualTo(OptionalDouble.of(0));
        assertThat(Scores.find("Lift_P_Val").orElseThrow().format()).isEqualTo(Format.P_VALUE);
        assertThat(Scores.find("Count").orElseThrow().family()).isEqualTo(Family.ENGAGEMENT);
        assertThat(Scores.find(Family.CONVERSION, "Lift")).isEmpty();
        assertThat(Scores.find("lift")).isEmpty();
    }

    @Test
    void countsAreWholeNumbers() {
        assertThat(Scores.find("Touchpoints").orElseThrow().column().type()).isEqualTo(ValueType.INTEGER);
        assertThat(Scores.find("Revenue").orElseThrow().column().type()).isEqualTo(ValueType.NUMBER);
    }

    @Test
    void aFamilyThatIsNotComputedHasNoScores() {
        assertThat(Scores.of(Family.CLV)).isEmpty();
    }
}

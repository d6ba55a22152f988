package com.cdhdashboard.core.metric.score;

import com.cdhdashboard.core.config.Family;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The catalogue of all scores, the one source for reports, answers, documentation and explanations on pages. */
public final class Scores {
    private static final List<Score> ALL = Stream.of(
                    EngagementScores.list(),
                    ConversionScores.list(),
                    ModelScores.list(),
                    ExperimentScores.list(),
                    List.of(DescriptiveScores.rows()))
            .flatMap(List::stream)
            .toList();

    private Scores() {}

    /**
     * The scores of a family in the order of its answers; empty for a family that is not computed. Of descriptive metrics
     * these are the ones that do not depend on the columns described.
     */
    public static List<Score> of(Family family) {
        return ALL.stream().filter(score -> score.family() == family).toList();
    }

    /** The score of that name; what two families share is given as the first of them has it. */
    public static Optional<Score> find(String name) {
        return ALL.stream()
                .filter(score -> score.name().equals(name))
                .findFirst()
                .or(() -> PairScores.find(name))
                .or(() -> DescriptiveScores.find(name));
    }

    /** The score of that name in one family. */
    public static Optional<Score> find(Family family, String name) {
        return of(family).stream()
                .filter(score -> score.name().equals(name))
                .findFirst()
                .or(() -> find(name).filter(score -> score.family() == family));
    }
}

package com.cdhdashboard.core.report.explanation;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.metric.score.DescriptiveScores;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.metric.score.Scores;
import java.util.Optional;

/** What the numbers of a table mean, by the name of their column. */
@FunctionalInterface
public interface ScoreCatalogue {
    /** Empty where the column is no number that needs words. */
    Optional<Score> find(String column);

    /** The scores of a family, and what only its reports show. */
    static ScoreCatalogue of(Family family) {
        return family == Family.CLV
                ? CustomerScores::find
                : column -> Scores.find(family, column)
                        .or(() -> ReportScores.find(family, column))
                        .or(() -> Scores.find(column));
    }

    /** What a score is called where a report of a family names it; its name where it is none. */
    static String title(Family family, String name) {
        return family == Family.DESCRIPTIVE
                ? DescriptiveScores.title(name)
                : of(family).find(name).map(Score::title).orElse(name);
    }
}

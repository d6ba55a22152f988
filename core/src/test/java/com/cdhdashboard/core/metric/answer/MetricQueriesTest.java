package com.cdhdashboard.core.metric.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.TestingMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricQueriesTest {
    private static final Metric ENGAGEMENT = TestingMetrics.engagement("Day", "Channel");
    private static final Metric CONVERSION = TestingMetrics.conversion("Day");
    private static final MetricQueries QUERIES = new MetricQueries(List.of(ENGAGEMENT, CONVERSION));

    @Test
    void aQueryRollsTheCubeUpAndScoresIt() {
        OneCube cube = new OneCube();

        Table answer = QUERIES.query(Question.ofAllScores(ENGAGEMENT, List.of("Channel", "Channel"), List.of()), cube);

        assertThat(cube.asked).containsExactly(new RollUp("engagement", List.of("Channel"), List.of()));
        assertThat(TestingMetrics.names(answer)).startsWith("Channel", "Count", "Positives", "Negatives", "CTR");
        assertThat(answer.rows()).hasSize(1);
        assertThat(answer.rows().get(0)).startsWith("Web", 4L, 1L, 3L, 0.25);
    }

    @Test
    void anUnknownDimensionIsRefusedWithTheDimensionsThereAre() {
        assertThatThrownBy(() ->
                        QUERIES.query(Question.ofAllScores(ENGAGEMENT, List.of("chanel"), List.of()), new OneCube()))
                .isInstanceOf(UserException.class)
                .hasMessage("\"chanel\" is not a dimension of metric \"engagement\"; did you mean \"Channel\"?"
                        + " There are: Channel, Day.");
    }

    @Test
    void aFilterOnAnUnknownDimensionIsRefused() {
        List<Filter> filters = List.of(Filter.In.of("Treatment", List.of(Optional.of("A"))));

        assertThatThrownBy(() -> QUERIES.query(Question.ofAllScores(ENGAGEMENT, List.of(), filters), new OneCube()))
                .isInstanceOf(UserException.class)
                .hasMessage("\"Treatment\" is not a dimension of metric \"engagement\". There are: Channel, Day.");
    }

    @Test
    void aMetricWithoutDataSaysWhatToImport() {
        assertThatThrownBy(() -> QUERIES.query(Question.ofAllScores(CONVERSION, List.of(), List.of()), new OneCube()))
                .isInstanceOfSatisfying(
                        UserException.class, error -> assertThat(error.kind()).isEqualTo(UserException.Kind.NOT_FOUND))
                .hasMessage("metric \"conversion\" has no data yet; import files that hold its columns:"
                        + " InteractionID, Outcome, OutcomeTime, Name, Issue, Group, Rank, SubjectID,"
                        + " ConversionEventID, Revenue");
    }

    @Test
    void anUnknownMetricIsRefusedWithTheMetricsThereAre() {
        assertThat(QUERIES.metric("conversion")).isSameAs(CONVERSION);
        assertThatThrownBy(() -> QUERIES.metric("engagment"))
                .isInstanceOfSatisfying(
                        UserException.class, error -> assertThat(error.kind()).isEqualTo(UserException.Kind.NOT_FOUND))
                .hasMessage("\"engagment\" is not a metric; did you mean \"engagement\"?"
                        + " There are: engagement, conversion.");
        assertThatThrownBy(() -> new MetricQueries(List.of()).metric("x"))
                .hasMessage("\"x\" is not a metric. There is none.");
    }

    @Test
    void onlyTheScoresAskedAreAnsweredInTheOrderOfTheCatalogue() {
        Question question = new Question(ENGAGEMENT, List.of("Channel"), List.of(), List.of("Lift", "CTR"));

        Table answer = QUERIES.query(question, new OneCube());

        assertThat(TestingMetrics.names(answer)).containsExactly("Channel", "CTR", "Lift");
        assertThat(answer.rows()).hasSize(1);
        assertThat(answer.rows().get(0)).startsWith("Web", 0.25);
    }

    @Test
    void anUnknownScoreIsRefusedWithTheScoresThereAre() {
        Question question = new Question(ENGAGEMENT, List.of(), List.of(), List.of("ctr"));

        assertThatThrownBy(() -> QUERIES.query(question, new OneCube()))
                .isInstanceOf(UserException.class)
                .hasMessage("\"ctr\" is not a score of metric \"engagement\"; did you mean \"CTR\"? There are: Count,"
                        + " Positives, Negatives, CTR, StdErr, CTR_Low, CTR_High, Lift, Lift_Low, Lift_High,"
                        + " Lift_Z_Score, Lift_P_Val.");
    }

    @Test
    void aPropertyIsOneOfThoseOfTheMetric() {
        MetricQueries queries = new MetricQueries(List.of(
                ENGAGEMENT, TestingMetrics.modelScores(true), TestingMetrics.descriptive(true, "Rank", "Priority")));

        assertThat(queries.metric("descriptive", Optional.of("Rank")).properties())
                .containsExactly("Rank");
        assertThat(queries.metric("descriptive", Optional.empty()).properties()).containsExactly("Rank", "Priority");
        assertThatThrownBy(() -> queries.metric("model_ml_scores", Optional.of("Propensty")))
                .isInstanceOf(UserException.class)
                .hasMessage("\"Propensty\" is not a property of metric \"model_ml_scores\"; did you mean"
                        + " \"Propensity\"? There are: Propensity, FinalPropensity.");
        assertThatThrownBy(() -> queries.metric("engagement", Optional.of("Propensity")))
                .isInstanceOf(UserException.class)
                .hasMessage("metric \"engagement\" has no properties to choose from; leave out the property.");
    }

    @Test
    void experimentsCannotBeGroupedByArm() {
        Metric experiment = TestingMetrics.experiment(Optional.empty());
        Question question = Question.ofAllScores(experiment, List.of("Arm"), List.of());

        assertThatThrownBy(() -> QUERIES.query(question, new OneCube()))
                .isInstanceOf(UserException.class)
                .hasMessage("an answer of metric \"experiment\" compares the values of \"Arm\" within each row, so it"
                        + " cannot be grouped by it; leave it out. The column arms has every arm.");
    }

    /** A cube of engagement with one row, that remembers what it was asked. */
    private static final class OneCube implements CubeReader {
        private static final Column CHANNEL = Column.dimension("Channel", ValueType.TEXT);

        private final List<RollUp> asked = new ArrayList<>();

        @Override
        public String dataVersion() {
            return "1";
        }

        @Override
        public Optional<CubeSchema> schema(String metric) {
            List<Column> dimensions = List.of(CHANNEL, Column.dimension("Day", ValueType.DATE));
            return switch (metric) {
                case "engagement" -> Optional.of(new CubeSchema(metric, dimensions, ENGAGEMENT.measures()));
                case "experiment" ->
                    Optional.of(new CubeSchema(metric, List.of(Column.dimension("Arm", ValueType.TEXT)), List.of()));
                default -> Optional.empty();
            };
        }

        @Override
        public Table rollUp(RollUp rollUp) {
            asked.add(rollUp);
            List<Column> columns = Stream.concat(Stream.of(CHANNEL), ENGAGEMENT.measures().stream())
                    .toList();
            return new Table(columns, List.of(List.of("Web", 1L, 3L, 1L, 2L, 0L, 1L)));
        }

        @Override
        public Table scoreCounts(RollUp rollUp) {
            throw new UnsupportedOperationException("this cube holds no summaries");
        }

        @Override
        public Table histogram(RollUp rollUp, double[] edges) {
            throw new UnsupportedOperationException("this cube holds no summaries");
        }

        @Override
        public List<ValueCount> values(String metric, String dimension, List<Filter> filters) {
            return List.of();
        }
    }
}

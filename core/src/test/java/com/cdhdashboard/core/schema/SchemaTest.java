package com.cdhdashboard.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.schema.KeyType;
import com.cdhdashboard.core.config.schema.Need;
import com.cdhdashboard.core.config.schema.SchemaKey;
import com.cdhdashboard.core.config.schema.SchemaSection;
import com.cdhdashboard.core.report.configured.ReportKinds;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.Key;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
    @ParameterizedTest
    @CsvSource({
        "ux, [ux]",
        "ih.limits, [ih.limits]",
        "ih.extensions, extensions",
        "holdings.extensions, extensions",
        "metrics, [metrics]",
        "metrics.engagement_web, engagement metrics",
        "metrics.clv, clv metrics",
        "reports.daily, reports",
        "'reports.\"a.b\"', reports",
    })
    void sectionsAreFoundByPath(String path, String owner) {
        assertThat(Schema.section(path).map(SchemaSection::owner)).contains(owner);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uxx", "ux.limits", "metrics.engagment", "ih.limits.more", "a b", "reports.a.b"})
    void whatIsNoTableIsNoSection(String path) {
        assertThat(Schema.section(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ux.refresh_interval, refresh_interval, RELOAD",
        "ux.data_cache_hours, data_cache_hours, NOTHING",
        "ih.limits.max_ratio, max_ratio, RELOAD",
        "metrics.global_filters, global_filters, IMPORT",
        "metrics.engagement_web.group_by, group_by, IMPORT",
        "metrics.engagement_web.scores, scores, RELOAD",
        "metrics.engagement_web.control_group, control_group, IMPORT",
        "metrics.experiment.control_group, control_group, RELOAD",
        "ih.extensions.default_values.Channel, default_values, IMPORT",
        "metrics.clv.rfm_segment_config.Gold, rfm_segment_config, IMPORT",
        "reports.daily.reference.Web, reference, RELOAD",
        "reports, reports, RELOAD",
    })
    void keysAreFoundByPath(String path, String name, Need need) {
        SchemaKey key = Schema.key(path).orElseThrow();

        assertThat(key.name()).isEqualTo(name);
        assertThat(key.need()).isEqualTo(need);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "uxx", "ux.refresh", "ux.refresh_interval.more", "reports.daily.x.more"})
    void whatIsNoKeyIsNotFound(String path) {
        assertThat(Schema.key(path)).isEmpty();
    }

    @Test
    void aReportHasTheKeysOfItsKindInGroups() {
        SchemaSection line = report(Family.ENGAGEMENT, "line");

        assertThat(line.title()).isEqualTo("Line or bar chart");
        assertThat(line.groups().stream().map(SchemaSection.Group::title)).containsExactly("Report", "Axes", "Look");
        assertThat(line.names())
                .containsExactly(
                        "metric",
                        "type",
                        "description",
                        "group_by",
                        "filters",
                        "x",
                        "y",
                        "color",
                        "facet_row",
                        "facet_column",
                        "cards",
                        "form",
                        "scale",
                        "log_y",
                        "height");
        SchemaKey y = line.key("y").orElseThrow();
        assertThat(y.isRequired()).isTrue();
        assertThat(y.label()).isEqualTo("Y axis");
        assertThat(y.meaning()).isEqualTo("the score along the vertical axis");
        assertThat(((KeyType.Text) y.type()).offered()).contains("CTR", "Lift");
    }

    private static SchemaSection report(Family family, String type) {
        return ReportSection.of(ReportKinds.table().find(family, type).orElseThrow());
    }

    @Test
    void choicesAndRangesOfAReportAreThoseOfItsKind() {
        SchemaSection model = report(Family.CLV, "model");
        SchemaSection exposure = report(Family.CLV, "exposure");

        assertThat(model.key("years").orElseThrow().type()).isEqualTo(new KeyType.OneOfNumbers(List.of(1, 2, 3, 5, 8)));
        assertThat(model.key("years").orElseThrow().otherwise()).contains(1L);
        assertThat(model.key("discount_rate").orElseThrow().otherwise()).contains(10L);
        assertThat(exposure.key("points").orElseThrow().type()).isEqualTo(new KeyType.Between(10, 1_000));
        assertThat(((KeyType.Choice) model.key("model").orElseThrow().type()).allowed())
                .containsExactly("bg_nbd", "mbg_nbd", "pareto_nbd");
    }

    @Test
    void everyKeyOfAKindIsAKeyOfReportsAndTheOtherWayRound() {
        Set<String> read = new TreeSet<>(Set.of("metric", "type", "description", "group_by", "filters"));
        ReportKinds.table().rows().forEach(row -> row.keys().forEach(key -> read.add(key.name())));

        assertThat(read)
                .isEqualTo(new TreeSet<>(Schema.section("reports").orElseThrow().names()));
    }

    /** How a key is read from the file must not shut out what its kind allows. */
    @ParameterizedTest
    @MethodSource("rows")
    void keysAreReadAsTheirKindTakesThem(Capability row) {
        SchemaSection general = Schema.section("reports").orElseThrow();
        SchemaSection ofKind = ReportSection.of(row);
        for (Key key : row.keys()) {
            KeyType read = general.key(key.name()).orElseThrow().type();
            KeyType taken = ofKind.key(key.name()).orElseThrow().type();
            boolean number = taken instanceof KeyType.Between || taken instanceof KeyType.OneOfNumbers;
            boolean text = taken instanceof KeyType.Text || taken instanceof KeyType.Choice;
            if (number) {
                assertThat(read).as(key.name()).isInstanceOf(KeyType.Decimal.class);
            } else if (text) {
                assertThat(read).as(key.name()).isInstanceOf(KeyType.Text.class);
            } else {
                assertThat(read).as(key.name()).isEqualTo(taken);
            }
        }
    }

    static Stream<Capability> rows() {
        return ReportKinds.table().rows().stream();
    }
}

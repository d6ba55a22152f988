package com.cdhdashboard.core.report.configured;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.report.definition.Allowed;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReportKindsTest {
    static List<Capability> rows() {
        return ReportKinds.table().rows();
    }

    @ParameterizedTest
    @CsvSource({
        "ENGAGEMENT, 'line, bar_polar, gauge, treemap, heatmap, scatter, generic'",
        "CONVERSION, 'line, bar_polar, gauge, treemap, heatmap, scatter, generic'",
        "MODEL_ML_SCORES, 'line, treemap, heatmap, scatter, generic'",
        "DESCRIPTIVE, 'line, boxplot, histogram, heatmap, funnel, generic'",
        "EXPERIMENT, 'line, heatmap, generic'",
        "CLV, 'histogram, treemap, exposure, corr, model, rfm_density, bar_polar'",
    })
    void everyFamilyHasItsTypesEachOnceInTheOrderOfMessages(Family family, String types) {
        assertThat(ReportKinds.table().of(family).stream().map(row -> row.kind().type()))
                .containsExactly(types.split(", "));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRowNamesEachOfItsKeysOnce(Capability row) {
        assertThat(row.keys()).extracting(Key::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatARoleLeavesOpenIsSaidByTheKey(Capability row) {
        for (Key key : row.keys()) {
            assertThat(Set.of(Role.CHOICE, Role.NUMBER, Role.COMPARED).contains(key.role()))
                    .as(key.name())
                    .isEqualTo(key.allowed() instanceof Allowed.OneOf
                            || key.allowed() instanceof Allowed.Between
                            || key.allowed() instanceof Allowed.Scores);
            if (key.allowed() instanceof Allowed.OtherThan other) {
                assertThat(row.key(other.key())).as(other.key()).isPresent();
            }
        }
    }
}

package com.cdhdashboard.core.report.comparison;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.figure.Drill;
import com.cdhdashboard.core.metric.arm.LooseName;
import com.cdhdashboard.core.report.comparison.Comparisons.Comparison;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.data.ScoredRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each comparison stands for: its group, and of the experiment the two arms.
 *
 * @param arms the dimension that has the arms
 * @param names all its values
 */
record ComparisonDrill(ScoredRows rows, Optional<Column> arms, List<@Nullable Object> names) {
    static ComparisonDrill of(ScoredRows rows, ReportData data) {
        Optional<Column> arms = data.metric().comparedDimension().flatMap(data.schema()::dimension);
        return new ComparisonDrill(
                rows, arms, arms.map(column -> data.values(column.name())).orElse(List.of()));
    }

    Drill each(List<Comparison> drawn) {
        Drill drill = Drill.NONE;
        List<Integer> groups = drawn.stream().map(Comparison::row).toList();
        for (String dimension : groups.isEmpty() ? List.<String>of() : rows.dimensions()) {
            drill = drill.each(rows.column(dimension), rows.values(groups, dimension));
        }
        return arms.isEmpty() || drawn.isEmpty()
                ? drill
                : drill.eachAnyOf(arms.get(), drawn.stream().map(this::arms).toList());
    }

    /** Both arms under every name that the data have for them. */
    private Drill.AnyOf arms(Comparison comparison) {
        String treatment = comparison.arms().treatment().name();
        String control = comparison.arms().control().name();
        Set<String> keys = Set.of(LooseName.key(treatment), LooseName.key(control));
        List<@Nullable Object> both = new ArrayList<>(names);
        both.removeIf(name -> !keys.contains(LooseName.key(Values.label(name))));
        return new Drill.AnyOf(both, treatment + " against " + control);
    }
}

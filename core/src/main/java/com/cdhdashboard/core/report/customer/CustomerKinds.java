package com.cdhdashboard.core.report.customer;

import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.Chart;
import com.cdhdashboard.core.report.definition.ChartKind;
import java.util.List;

/** The kinds of report over customers, in the order in which messages name them. */
public final class CustomerKinds {
    private static final List<ChartKind<Chart<ChartData>>> KINDS = List.of(
            CustomerHistogram.KIND,
            SegmentTreemap.KIND,
            ExposureChart.KIND,
            CorrelationChart.KIND,
            PredictionChart.KIND,
            DensityChart.KIND,
            CustomerPolar.KIND);

    private CustomerKinds() {}

    /** Their rows of the capability table. */
    public static List<Capability> rows() {
        return KINDS.stream().flatMap(kind -> kind.rows().stream()).toList();
    }

    /** The kind whose row that is. */
    public static ChartKind<Chart<ChartData>> of(Capability row) {
        return KINDS.stream()
                .filter(kind -> kind.rows().contains(row))
                .findFirst()
                .orElseThrow();
    }
}

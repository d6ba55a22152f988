package com.cdhdashboard.app.page.configuration.entries;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Severity;
import com.cdhdashboard.core.expression.text.Parsed;
import com.cdhdashboard.core.sample.CellEstimate;
import com.cdhdashboard.core.sample.NoSample;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CellsTest {
    private static Cells of(CellEstimate estimate, String... groupBy) {
        return Cells.of(Parsed.of(estimate), List.of(groupBy));
    }

    @Test
    void anEstimateSaysWhatItRestsOn() {
        assertThat(of(new CellEstimate(2000, 1_250_000, 34_567, List.of()), "Day"))
                .isEqualTo(new Cells(
                        "34,567 cells are expected, estimated for 1,250,000 rows from the 2,000 of the sample.", ""));
        assertThat(of(new CellEstimate(1, 1, 1, List.of()), "Day"))
                .isEqualTo(new Cells("1 cell is expected, exactly, as all rows that it counts are in the sample.", ""));
    }

    @Test
    void nearlyUniqueFieldsOfTheMetricAreWarnedOf() {
        CellEstimate estimate = new CellEstimate(10, 10, 9, List.of("SubjectID", "InteractionID", "Global"));
        assertThat(of(estimate, "Day", "SubjectID").warning())
                .isEqualTo("Nearly every row has a value of its own of SubjectID: the metric would have about as many"
                        + " cells as rows. Leave it out of group_by.");
        assertThat(of(estimate, "SubjectID", "InteractionID").warning())
                .isEqualTo("Nearly every row has a value of its own of SubjectID, InteractionID: the metric would have"
                        + " about as many cells as rows. Leave them out of group_by.");
        assertThat(of(estimate, "Day").warning()).isEmpty();
    }

    @Test
    void whereThereIsNoSampleThatIsSaid() {
        assertThat(Cells.of(NoSample.refused(Optional.empty()), List.of()).words())
                .isEqualTo("There is no sample of rows yet to try this on; import files to get one.");
        Problem wrong = new Problem(Severity.ERROR, Optional.empty(), "", "the filter is wrong");
        assertThat(Cells.of(Parsed.refused(List.of(wrong)), List.of()).warning())
                .isEqualTo("The number of cells cannot be estimated: the filter is wrong");
    }
}

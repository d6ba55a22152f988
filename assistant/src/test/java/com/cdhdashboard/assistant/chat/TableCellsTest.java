package com.cdhdashboard.assistant.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.TimeStep;
import com.cdhdashboard.core.cube.ValueType;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableCellsTest {
    /** A column of the data may be called Week, too. */
    @Test
    void aTableIsReadBackWithItsStepsOfTime() {
        List<List<Object>> rows = List.of(List.of(LocalDate.of(2024, 12, 23), 3L));
        Column count = Column.measure("Count", ValueType.INTEGER);
        Table byStep = new Table(List.of(TimeStep.WEEK.column(), count), rows);
        Table byColumn = new Table(List.of(Column.dimension("Week", ValueType.DATE), count), rows);
        assertThat(TableCells.read(TableCells.write(byStep))).isEqualTo(byStep).isNotEqualTo(byColumn);
        assertThat(TableCells.read(TableCells.write(byColumn))).isEqualTo(byColumn);
    }
}

package com.cdhdashboard.app.view;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.app.route.TableState;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.report.explanation.ScoreCatalogue;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a table is shown.
 *
 * @param scores what its numbers mean
 * @param page the address of the page in any state
 * @param explanations the address where it is said what numbers mean
 */
public record TableSetting(
        ScoreCatalogue scores, ViewState state, Function<ViewState, String> page, String explanations) {
    public TableSetting {
        requireNonNull(scores, "scores");
        requireNonNull(state, "state");
        requireNonNull(page, "page");
        requireNonNull(explanations, "explanations");
    }

    String address(TableState table) {
        return page.apply(state.withTable(table));
    }

    /** What a column means; dimensions explain themselves. */
    Optional<Score> scoreOf(Column column) {
        return column.role() == Column.Role.DIMENSION ? Optional.empty() : scores.find(column.name());
    }

    Optional<TableView.Asking> asking(Table table) {
        return table.columns().stream().anyMatch(column -> scoreOf(column).isPresent())
                ? Optional.of(new TableView.Asking(explanations, state.parameters()))
                : Optional.empty();
    }
}

package com.cdhdashboard.app.page.assistant;

import com.cdhdashboard.app.assistant.RunningAnswer;
import com.cdhdashboard.app.page.assistant.AskedView.Named;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.app.view.TableSetting;
import com.cdhdashboard.app.view.TableView;
import com.cdhdashboard.assistant.chat.Asked;
import com.cdhdashboard.assistant.tool.ToolAnswer;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.report.configured.AdHocReport;
import com.cdhdashboard.core.report.explanation.ScoreCatalogue;
import java.util.List;
import java.util.Optional;

/** Makes of questions to tools what pages show of them. */
final class AskedViews {
    private static final int MOST_ROWS = 200;

    private AskedViews() {}

    static AskedView step(RunningAnswer.Step step) {
        return step.asked()
                .map(AskedViews::of)
                .orElseGet(() -> new AskedView(
                        step.id(),
                        AskedWords.what(step.tool()),
                        AskedWords.arguments(step.arguments()),
                        Optional.empty(),
                        0,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        true));
    }

    static AskedView of(Asked asked) {
        Optional<ToolAnswer> answer = asked.answer();
        Optional<Table> table = answer.flatMap(ToolAnswer::table);
        Optional<String> page = answer.flatMap(ToolAnswer::page).filter(address -> address.startsWith("/"));
        List<Named> arguments = AskedWords.arguments(asked.arguments());
        return new AskedView(
                asked.id(),
                AskedWords.what(asked.tool()),
                arguments,
                table.map(all -> view(all, scores(arguments))),
                table.map(all -> Math.max(0, all.rows().size() - MOST_ROWS)).orElse(0),
                answer.map(each -> AskedWords.fields(each.content(), table.isPresent()))
                        .orElse(List.of()),
                asked.reply() instanceof Asked.Refused refused ? Optional.of(refused.sentence()) : Optional.empty(),
                page,
                page.filter(address -> address.startsWith(AdHocReport.PATH + "?"))
                        .map(address -> Urls.CONFIGURATION_TAKE + address.substring(AdHocReport.PATH.length())),
                false);
    }

    /** What the numbers of a table mean, by the metric that was asked about. */
    static ScoreCatalogue scores(List<Named> arguments) {
        return ScoreCatalogue.of(arguments.stream()
                .filter(each -> each.name().equals("metric"))
                .findFirst()
                .flatMap(each -> Family.of(each.text()))
                .orElse(Family.ENGAGEMENT));
    }

    private static TableView view(Table all, ScoreCatalogue scores) {
        int shown = Math.min(MOST_ROWS, all.rows().size());
        Table some = new Table(all.columns(), all.rows().subList(0, shown));
        return TableView.ofPage(some, new TableSetting(scores, ViewState.EMPTY, other -> "", "", List.of()), shown);
    }
}

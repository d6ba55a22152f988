package com.cdhdashboard.app.page.assistant;

import com.cdhdashboard.app.assistant.ChatStore;
import com.cdhdashboard.app.assistant.RunningAnswer;
import com.cdhdashboard.app.assistant.StoredChat;
import com.cdhdashboard.app.assistant.StoredExchange;
import com.cdhdashboard.app.page.assistant.ExchangeView.Chart;
import com.cdhdashboard.app.view.Answers;
import com.cdhdashboard.app.view.AskedReport;
import com.cdhdashboard.app.view.ReportCard;
import com.cdhdashboard.app.view.SizeText;
import com.cdhdashboard.assistant.chat.Asked;
import com.cdhdashboard.assistant.chat.Exchange;
import com.cdhdashboard.assistant.prose.Prose;
import com.cdhdashboard.assistant.prose.ProseHtml;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.configured.AdHocReport;
import com.cdhdashboard.core.snapshot.Snapshot;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes of chats what pages show of them; charts are drawn over the data as they are now. */
final class ChatViews {
    private final Answers answers;

    ChatViews(Answers answers) {
        this.answers = answers;
    }

    ChatView of(StoredChat chat, Optional<RunningAnswer> running, OptionalInt edited, Snapshot now) {
        List<ExchangeView> views = new ArrayList<>();
        for (int i = 0; i < chat.exchanges().size(); i++) {
            boolean last = i == chat.exchanges().size() - 1;
            views.add(last && running.isPresent() ? running(chat, running.get().state()) : exchange(chat, i, now));
        }
        Optional<ChatView.Edited> edit = edited.isPresent() && edited.getAsInt() < views.size()
                ? Optional.of(new ChatView.Edited(
                        edited.getAsInt(), views.get(edited.getAsInt()).question()))
                : Optional.empty();
        return new ChatView(
                chat.id(),
                chat.name(),
                views,
                edit,
                views.size() >= ChatStore.MOST_QUESTIONS,
                !chat.replaced().isEmpty());
    }

    /** The last question of a chat, whose answer comes along. */
    static ExchangeView running(StoredChat chat, RunningAnswer.State state) {
        int number = chat.exchanges().size() - 1;
        List<AskedView> asked = state.steps().stream().map(AskedViews::step).toList();
        return new ExchangeView(
                chat.id(),
                number,
                chat.exchanges().get(number).exchange().question(),
                asked,
                List.of(),
                content(state.prose()),
                Optional.empty(),
                state.note(),
                "",
                "",
                true);
    }

    private static Optional<Content> content(Prose prose) {
        return prose.isEmpty() ? Optional.empty() : Optional.of(output -> output.writeContent(ProseHtml.of(prose)));
    }

    private ExchangeView exchange(StoredChat chat, int number, Snapshot now) {
        StoredExchange stored = chat.exchanges().get(number);
        Exchange exchange = stored.exchange();
        Optional<Content> answer =
                exchange.outcome() instanceof Exchange.Answer text ? content(text.prose()) : Optional.empty();
        Optional<String> failure = exchange.outcome() instanceof Exchange.Failure failed
                ? Optional.of(failed.sentence())
                : Optional.empty();
        return new ExchangeView(
                chat.id(),
                number,
                exchange.question(),
                exchange.asked().stream().map(AskedViews::of).toList(),
                exchange.charts().stream()
                        .flatMap(asked -> chart(asked, now).stream())
                        .toList(),
                answer,
                failure,
                Optional.empty(),
                effort(exchange),
                stored.rating().name().toLowerCase(Locale.ROOT),
                false);
    }

    private static String effort(Exchange exchange) {
        Exchange.Effort effort = exchange.effort();
        if (effort.turns() == 0) {
            return "";
        }
        long tokens = effort.sent() + effort.received();
        return exchange.model() + ", " + SizeText.duration(effort.time())
                + (tokens == 0 ? "" : ", " + NumberText.count(tokens) + " tokens");
    }

    /** A report as it was asked for; one whose page is of another kind is shown there alone. */
    private Optional<Chart> chart(Asked asked, Snapshot now) {
        Optional<String> page = asked.answer()
                .flatMap(answer -> answer.page())
                .filter(address -> address.startsWith(AdHocReport.PATH + "?"));
        return page.map(address -> new Chart(card(address, "chart-" + asked.id(), now), address));
    }

    private ReportCard card(String page, String id, Snapshot now) {
        try {
            AskedReport report = AskedReport.of(
                    now.configuration(),
                    PageQuery.parameters(page),
                    now.loaded().to());
            ReportView view = answers.view(now, report.report().request());
            return ReportCard.of(view.withNotes(report.report().notes()), id, Optional.of(page))
                    .saved(now.loaded(), report.state().filters());
        } catch (UserException e) {
            return new ReportCard(
                    id,
                    "Chart",
                    Optional.of(page),
                    Optional.empty(),
                    0,
                    Optional.ofNullable(e.getMessage()),
                    List.of(),
                    "");
        }
    }
}

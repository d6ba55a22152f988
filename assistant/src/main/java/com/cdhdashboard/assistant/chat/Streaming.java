package com.cdhdashboard.assistant.chat;

import com.cdhdashboard.assistant.number.Checked;
import com.cdhdashboard.assistant.number.Facts;
import com.cdhdashboard.assistant.number.NumberCheck;
import com.cdhdashboard.assistant.number.Sentences;
import com.cdhdashboard.assistant.privacy.Masking;
import com.cdhdashboard.assistant.prose.Prose;
import com.cdhdashboard.assistant.prose.ProseReader;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;

/** The text of one turn as it arrives: what of it may be shown already. */
final class Streaming {
    static final int LONGEST = 20_000;

    private final Facts facts;
    private final Masking masking;
    private final StringBuilder text = new StringBuilder();
    private int released;

    Streaming(Chat soFar, String question, Snapshot now, List<Asked> asked, Masking masking) {
        Facts.Builder gathered = Facts.builder();
        now.metrics().stream().map(Metric::name).forEach(gathered::named);
        now.customerMetrics().stream().map(CustomerMetric::name).forEach(gathered::named);
        for (Exchange exchange : soFar.exchanges()) {
            gathered.said(exchange.question());
            exchange.asked().forEach(each -> add(each, gathered));
        }
        asked.forEach(each -> add(each, gathered));
        this.facts = gathered.said(question).build();
        this.masking = masking;
    }

    private static void add(Asked asked, Facts.Builder gathered) {
        asked.answer().ifPresent(answer -> gathered.answer(asked.id(), answer));
    }

    /** Takes a piece; a text where more of it can be shown than before. */
    Optional<Prose> add(String piece) {
        int before = text.length();
        if (before > LONGEST) {
            return Optional.empty();
        }
        text.append(piece);
        int from = Math.max(released, before - 1);
        int complete = Sentences.complete(text, from);
        if (complete <= from) {
            return Optional.empty();
        }
        Checked checked = whole(text.substring(0, complete));
        if (!checked.holds()) {
            return Optional.empty();
        }
        released = complete;
        return Optional.of(checked.prose());
    }

    /** The reason, where something was shown. */
    Optional<String> restarted(String reason) {
        return released > 0 ? Optional.of(reason) : Optional.empty();
    }

    /** The text with values for placeholders, and its numbers looked up. */
    Checked whole(String markdown) {
        return NumberCheck.check(ProseReader.read(markdown, masking::reveal), facts);
    }
}

package com.cdhdashboard.app.page.assistant;

import com.cdhdashboard.app.view.ReportCard;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;

/**
 * A question with its answer.
 *
 * @param number from 0, by which it is asked anew
 * @param answer the checked text; empty where there is none
 * @param failure why there is no answer
 * @param note what is to be said while the answer comes along
 * @param effort what it took, in words
 */
public record ExchangeView(
        String chat,
        int number,
        String question,
        List<AskedView> asked,
        List<Chart> charts,
        Optional<Content> answer,
        Optional<String> failure,
        Optional<String> note,
        String effort,
        String rating,
        boolean running) {
    /**
     * A chart that was asked for.
     *
     * @param page of the report
     */
    public record Chart(ReportCard card, String page) {}

    public ExchangeView {
        asked = List.copyOf(asked);
        charts = List.copyOf(charts);
    }
}

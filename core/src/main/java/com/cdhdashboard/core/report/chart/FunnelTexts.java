package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.figure.PlotText;
import com.cdhdashboard.core.report.data.Stages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The numbers of the stages of a funnel. */
final class FunnelTexts {
    private FunnelTexts() {}

    /** The axis of stages, each with the number of all its parts, which may be too narrow for a text of their own. */
    static Attributes totals(List<String> stages, Collection<Stages> groups) {
        Stages all = groups.stream().reduce(Stages.none(stages.size()), Stages::plus);
        List<String> places = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int stage = 0; stage < stages.size(); stage++) {
            String name = PlotText.tick(stages.get(stage));
            places.add(name);
            texts.add("<b>" + name + "</b><br>" + text(all, stage).replace(" (", "<br>("));
        }
        return Attributes.of("tickmode", "array").with("tickvals", places).with("ticktext", texts);
    }

    /** The number of a stage, and its share of the one before. */
    static String text(Stages stages, int stage) {
        String count = count(stages.least(stage));
        double rate = stages.ofPrevious(stage);
        return Double.isFinite(rate) ? count + " (" + NumberText.of(rate, Format.PERCENT) + ")" : count;
    }

    static String count(long count) {
        return NumberText.of((double) count, Format.COUNT);
    }
}

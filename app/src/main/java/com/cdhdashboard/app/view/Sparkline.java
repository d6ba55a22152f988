package com.cdhdashboard.app.view;

import static com.cdhdashboard.core.figure.NumberText.fixed;

import com.cdhdashboard.core.figure.Figure;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The trend of a number as the paths of a small drawing, 100 wide and 30 high, made from the first trace of a figure.
 *
 * @param line one stroke per run of values that are there
 * @param area the same, closed to the base
 */
public record Sparkline(String line, String area) {
    public static final int WIDTH = 100;
    public static final int HEIGHT = 30;
    private static final int MARGIN = 3;

    /** Empty where fewer than two values are there. */
    public static Optional<Sparkline> of(Figure figure) {
        List<Double> values = new ArrayList<>();
        if (!figure.data().isEmpty() && figure.data().get(0).get("y") instanceof List<?> list) {
            list.forEach(value -> values.add(value instanceof Number number ? number.doubleValue() : Double.NaN));
        }
        long there = values.stream().filter(Double::isFinite).count();
        return there < 2 ? Optional.empty() : Optional.of(draw(values, Scale.of(values, range(figure))));
    }

    /** The ends of the figure's vertical axis; none where it has none. */
    private static List<Double> range(Figure figure) {
        List<Double> ends = new ArrayList<>();
        if (figure.layout().get("yaxis") instanceof Map<?, ?> axis && axis.get("range") instanceof List<?> range) {
            range.forEach(end -> ends.add(end instanceof Number number ? number.doubleValue() : Double.NaN));
        }
        return ends;
    }

    private static Sparkline draw(List<Double> values, Scale scale) {
        StringBuilder line = new StringBuilder();
        StringBuilder area = new StringBuilder();
        int start = 0;
        for (int i = 0; i <= values.size(); i++) {
            boolean ends = i == values.size() || !Double.isFinite(values.get(i));
            if (ends && i > start) {
                String run = run(values.subList(start, i), start, scale);
                line.append(run);
                area.append(run);
                put(area, "L", scale.x(i - 1), HEIGHT);
                put(area, "L", scale.x(start), HEIGHT);
                area.append('Z');
            }
            start = ends ? i + 1 : start;
        }
        return new Sparkline(line.toString(), area.toString());
    }

    private static String run(List<Double> values, int start, Scale scale) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            put(path, i == 0 ? "M" : "L", scale.x(start + i), scale.y(values.get(i)));
        }
        return path.toString();
    }

    private static void put(StringBuilder path, String command, double x, double y) {
        path.append(command).append(fixed(x, 2)).append(' ').append(fixed(y, 2));
    }

    /** From places and values to the drawing. */
    private record Scale(int last, double least, double greatest) {
        /** A scale that holds all values, and the range where there is one. */
        static Scale of(List<Double> values, List<Double> wanted) {
            DoubleSummaryStatistics range = Stream.concat(values.stream(), wanted.stream())
                    .filter(Double::isFinite)
                    .mapToDouble(Double::doubleValue)
                    .summaryStatistics();
            return new Scale(Math.max(1, values.size() - 1), range.getMin(), range.getMax());
        }

        double x(int place) {
            return (double) WIDTH * place / last;
        }

        double y(double value) {
            double share = greatest > least ? (value - least) / (greatest - least) : 0.5;
            return HEIGHT - MARGIN - (HEIGHT - 2.0 * MARGIN) * share;
        }
    }
}

package com.cdhdashboard.app.view;

import com.cdhdashboard.core.figure.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The course of a number as the paths of a small drawing, 100 wide and 30 high, made from the first trace of a figure.
 *
 * @param line one stroke per run of values that are there
 * @param area the same, closed to the base
 */
public record Sparkline(String line, String area, double lastX, double lastY) {
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
        return there < 2 ? Optional.empty() : Optional.of(draw(values));
    }

    private static Sparkline draw(List<Double> values) {
        double least = values.stream()
                .filter(Double::isFinite)
                .mapToDouble(v -> v)
                .min()
                .orElse(0);
        double greatest = values.stream()
                .filter(Double::isFinite)
                .mapToDouble(v -> v)
                .max()
                .orElse(0);
        StringBuilder line = new StringBuilder();
        StringBuilder area = new StringBuilder();
        double x = 0;
        double y = 0;
        double startX = 0;
        boolean drawing = false;
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i);
            if (!Double.isFinite(value)) {
                close(area, drawing, x, startX);
                drawing = false;
                continue;
            }
            x = (double) WIDTH * i / Math.max(1, values.size() - 1);
            y = greatest > least
                    ? HEIGHT - MARGIN - (HEIGHT - 2.0 * MARGIN) * (value - least) / (greatest - least)
                    : HEIGHT / 2.0;
            startX = drawing ? startX : x;
            String step = String.format(Locale.ROOT, "%s%.2f %.2f", drawing ? "L" : "M", x, y);
            line.append(step);
            area.append(step);
            drawing = true;
        }
        close(area, drawing, x, startX);
        return new Sparkline(line.toString(), area.toString(), x, y);
    }

    private static void close(StringBuilder area, boolean drawing, double x, double startX) {
        if (drawing) {
            area.append(String.format(Locale.ROOT, "L%.2f %d L%.2f %d Z", x, HEIGHT, startX, HEIGHT));
        }
    }
}

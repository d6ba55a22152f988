package com.cdhdashboard.app.output;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.core.period.Period;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file to save is called: by what it shows and the days of its data, such as {@code clicks-by-channel-2026-11-29.csv}.
 * The same question to the same data has the same name whenever it is asked.
 *
 * @param name letters, digits and hyphens of any script, and the ending
 */
public record FileName(String name) {
    private static final String NAMELESS = "report";
    private static final int LONGEST = 80;

    public FileName {
        requireNonNull(name, "name");
    }

    /**
     * Of a report: with the days that are asked for, or else the last that there is.
     *
     * @param ending without the dot
     */
    public static FileName of(String title, LoadedData data, List<Filter> filters, String ending) {
        String days = asked(data, filters)
                .or(() -> data.to().map(LocalDate::toString))
                .orElse("");
        String plain = plain(title);
        return new FileName(
                (plain.isEmpty() ? NAMELESS : plain) + (days.isEmpty() ? "" : "-" + plain(days)) + "." + ending);
    }

    /** Of a picture of a report. */
    public static FileName picture(String title, LoadedData data, List<Filter> filters) {
        return of(title, data, filters, "png");
    }

    /** A name that is kept but for what is not harmless. */
    public static FileName kept(String name) {
        return new FileName(name.replaceAll("[^A-Za-z0-9._-]", "_"));
    }

    private static Optional<String> asked(LoadedData data, List<Filter> filters) {
        return Period.in(filters)
                .map(period -> day(period.from().or(data::from)) + "-to-"
                        + day(period.to().or(data::to)));
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    /** Nothing that a shell, a folder or a header would take for its own. */
    private static String plain(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String hyphened = composed.replaceAll("['\u2019]", "").replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-");
        int end = hyphened.offsetByCodePoints(0, Math.min(LONGEST, hyphened.codePointCount(0, hyphened.length())));
        return hyphened.substring(0, end).replaceAll("^-+|-+$", "");
    }

    /** What is before the last dot. */
    public String stem() {
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** What follows the last dot. */
    public String ending() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** To be saved. */
    public String attachment() {
        return "attachment; " + named();
    }

    /** To be shown, and called so where it is saved. */
    public String inline() {
        return "inline; " + named();
    }

    /** For every client without accents, and as it is for those that read RFC 6266. */
    private String named() {
        String ascii = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("ß", "ss")
                .replace('ı', 'i')
                .replaceAll("[^A-Za-z0-9._-]+", "-")
                .replaceAll("-{2,}", "-")
                .replaceAll("^-+|-+(?=[.])", "");
        String plain = "filename=\"" + (ascii.startsWith(".") ? NAMELESS + ascii : ascii) + "\"";
        return ascii.equals(name)
                ? plain
                : plain + "; filename*=UTF-8''"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

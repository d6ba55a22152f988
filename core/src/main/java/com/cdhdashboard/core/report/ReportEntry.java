package com.cdhdashboard.core.report;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.report.explanation.ScoreCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A report in the menu.
 *
 * @param tag the text of the {@code [TAG]} at the start of the description, such as {@code ENG}
 * @param title the description without the tag
 * @param reason why the report cannot be shown, where that is known from the configuration alone
 */
public record ReportEntry(String key, Optional<String> tag, String title, String metric, Optional<String> reason) {
    private static final Pattern TAGGED = Pattern.compile("\\s*\\[([^\\]]+)\\]\\s*(.*)", Pattern.DOTALL);

    public ReportEntry {
        requireNonNull(key, "key");
        requireNonNull(tag, "tag");
        requireNonNull(title, "title");
        requireNonNull(metric, "metric");
        requireNonNull(reason, "reason");
    }

    /** What the numbers in the report's table mean. */
    public ScoreCatalogue scores() {
        return ScoreCatalogue.of(family());
    }

    /** That of the metric; a report of no family is no entry. */
    public Family family() {
        return Family.of(metric).orElseThrow();
    }

    /**
     * The entry of that key.
     *
     * @throws UserException where it is none of these
     */
    public static ReportEntry of(String key, List<ReportEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .orElseThrow(() -> unknown(key, entries));
    }

    public static UserException unknown(String key, List<ReportEntry> entries) {
        List<String> keys = entries.stream().map(ReportEntry::key).toList();
        return new UserException(
                UserException.Kind.NOT_FOUND,
                "There is no report \"" + key + "\"" + Suggestion.ending(key, keys) + " Reports: "
                        + String.join(", ", keys) + ".");
    }

    /** The entry of a configured report. */
    public static ReportEntry of(ReportConfig report, Optional<String> reason) {
        Matcher tagged = TAGGED.matcher(report.description());
        boolean hasTag = tagged.matches();
        String title = hasTag ? tagged.group(2).strip() : report.description().strip();
        return new ReportEntry(
                report.key(),
                hasTag ? Optional.of(tagged.group(1).strip()) : Optional.empty(),
                title.isEmpty() ? report.key() : title,
                report.metric(),
                reason);
    }
}

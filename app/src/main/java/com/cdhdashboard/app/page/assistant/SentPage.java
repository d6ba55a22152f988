package com.cdhdashboard.app.page.assistant;

import com.cdhdashboard.app.view.Frame;
import com.cdhdashboard.app.view.SizeText;
import com.cdhdashboard.assistant.privacy.SentFile;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What was sent to models, newest first. */
public record SentPage(Frame frame, List<SentFile.Entry> lines, int most) {
    public SentPage {
        lines = List.copyOf(lines);
    }

    /** To the second, and of the same day everywhere. */
    public static String time(Instant at) {
        LocalDateTime time = LocalDateTime.ofInstant(at, ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        return SizeText.day(time.toLocalDate()) + ", " + DateTimeFormatter.ISO_LOCAL_TIME.format(time) + " UTC";
    }
}

package com.cdhdashboard.app.page.configuration.apply;

import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.view.Frame;
import java.util.Optional;

/**
 * How an application goes on.
 *
 * @param state {@code importing}, {@code applied}, {@code cancelled} or {@code failed}
 * @param percent 0 to 100; -1 while it is not known
 * @param detail files and rows so far, or why it failed
 * @param draft the draft that stays where it was not applied
 */
public record AppliedPage(Frame frame, String state, int percent, String detail, Optional<String> draft) {
    public boolean running() {
        return state.equals("importing");
    }

    public String headline() {
        return switch (state) {
            case "importing" -> "Importing, then applying";
            case "applied" -> "The configuration is applied, and all pages show it";
            case "cancelled" -> "Cancelled: the configuration is not applied";
            default -> "The configuration is not applied";
        };
    }

    /** Where the draft is that was not applied. */
    public String draftUrl() {
        return draft.map(Urls::review).orElse(Urls.CONFIGURATION);
    }
}

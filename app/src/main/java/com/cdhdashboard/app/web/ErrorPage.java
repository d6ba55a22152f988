package com.cdhdashboard.app.web;

import com.cdhdashboard.app.view.Frame;
import java.util.List;

/**
 * What the reader sees in place of the page.
 *
 * @param variants the configurations to go on with, where the address named none
 */
public record ErrorPage(Frame frame, String title, String message, List<Frame.Choice> variants) {
    public ErrorPage {
        variants = List.copyOf(variants);
    }
}

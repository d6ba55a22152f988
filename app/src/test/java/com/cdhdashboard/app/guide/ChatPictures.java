package com.cdhdashboard.app.guide;

import com.cdhdashboard.app.endtoend.Chromium;
import com.cdhdashboard.app.endtoend.Window;
import com.cdhdashboard.assistant.scripted.Asked;
import com.cdhdashboard.assistant.scripted.Reply;
import com.cdhdashboard.assistant.scripted.ScriptedModels;
import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A question to the demo, and what is agreed to before. */
final class ChatPictures {
    static final List<String> NAMES = List.of("assistant-consent", "assistant-chat");

    private static final Pattern RATE =
            Pattern.compile("\"group\":\\{\"Channel\":\"([^\"]+)\"\\}[^}]*\\}[^}]*\"CTR\":\"([^\"]+)\"");

    private ChatPictures() {}

    /** Takes them on a server whose chats ask these models; the pictures by their names. */
    static Map<String, byte[]> take(Chromium chromium, String url, ScriptedModels models) {
        Map<String, byte[]> taken = new LinkedHashMap<>();
        models.always(ChatPictures::reply);
        try (Window window = chromium.open(url);
                Camera camera = new Camera(chromium, url)) {
            Page page = window.go("/assistant/consent");
            taken.put(NAMES.get(0), camera.take(page, List.of()));
            page.locator("#agree").click();
            page.locator("#question").fill("Which channel has the best click-through rate, and how did it develop?");
            page.keyboard().press("Enter");
            page.locator(".talk-tools").waitFor();
            window.awaitCharts();
            page.locator("a.number").first().click();
            taken.put(NAMES.get(1), camera.take(page, List.of(".talk-question", ".talk-chart", "#q1")));
        }
        return taken;
    }

    private static Reply reply(Asked asked) {
        if (asked.toolAnswers().isEmpty()) {
            return Reply.calls(
                            "query_metric",
                            "{\"metric\":\"engagement\",\"group_by\":[\"Channel\"],\"scores\":[\"CTR\"],\"sort\":\"-CTR\"}")
                    .calling(
                            "draw_chart",
                            "{\"metric\":\"engagement\",\"group_by\":[\"Month\",\"Channel\"],\"scores\":[\"CTR\"]}");
        }
        List<MatchResult> rates =
                RATE.matcher(asked.toolAnswers().get(0)).results().toList();
        StringBuilder text = new StringBuilder("**" + rates.get(0).group(1) + "** has the best click-through rate, "
                + rates.get(0).group(2) + ". Behind it:\n\n");
        rates.subList(1, rates.size())
                .forEach(rate -> text.append("- ")
                        .append(rate.group(1))
                        .append(" with ")
                        .append(rate.group(2))
                        .append("\n"));
        return Reply.says(text + "\nThe chart shows the rates by month.");
    }
}

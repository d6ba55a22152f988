package com.cdhdashboard.app.page.imports;

import com.cdhdashboard.core.figure.NumberText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first rejected rows of an import, or of one of its files, for the page. */
final class RejectedRowsView {
    static final int SHOWN = 10;
    private static final int CHARACTERS = 120;
    private static final ObjectMapper JSON = new ObjectMapper();

    private RejectedRowsView() {}

    /** @param asked the name of a file */
    static List<ImportPage.RejectedLine> of(Path rejected, Optional<String> asked) {
        List<ImportPage.RejectedLine> lines = new ArrayList<>();
        try (BufferedReader rows = Files.newBufferedReader(rejected, StandardCharsets.UTF_8)) {
            String start = asked.map(RejectedRowsView::start).orElse("");
            for (String row = rows.readLine(); row != null && lines.size() < SHOWN; row = rows.readLine()) {
                if (row.startsWith(start)) {
                    lines.add(line(JSON.readTree(row)));
                }
            }
        } catch (IOException e) {
            // The file was removed meanwhile; the page can do without
            return List.of();
        }
        return lines;
    }

    /** As each row begins with its file, the others need not be read further. */
    private static String start(String file) {
        String object = JSON.createObjectNode().put("file", file).toString();
        return object.substring(0, object.length() - 1) + ",";
    }

    private static ImportPage.RejectedLine line(JsonNode row) {
        String member = row.path("member").asText();
        String file = row.path("file").asText() + (member.isEmpty() ? "" : "!" + member);
        String content = row.path("content").asText();
        return new ImportPage.RejectedLine(
                file,
                NumberText.count(row.path("row").asLong()),
                row.path("reason").asText(),
                content.length() <= CHARACTERS ? content : content.substring(0, CHARACTERS) + "…");
    }
}

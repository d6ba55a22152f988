package com.cdhdashboard.app.page.configuration.entries;

import com.cdhdashboard.app.output.Json;
import com.cdhdashboard.core.config.entry.Removal;
import com.cdhdashboard.core.error.UserException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was removed, as a browser keeps it to have it put back. */
public final class Undo {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Undo() {}

    public static String text(List<Removal.Removed> removed) {
        List<Map<String, Object>> tables = new ArrayList<>();
        for (Removal.Removed table : removed) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("path", table.path());
            entry.put("toml", table.toml());
            entry.put("before", table.before().orElse(""));
            tables.add(entry);
        }
        return Json.text(tables);
    }

    public static List<Removal.Removed> read(String text) {
        try {
            List<Removal.Removed> removed = new ArrayList<>();
            for (JsonNode table : JSON.readTree(text)) {
                List<String> path = new ArrayList<>();
                table.path("path").forEach(name -> path.add(name.asText()));
                String before = table.path("before").asText();
                if (path.size() != 2) {
                    throw unreadable();
                }
                removed.add(new Removal.Removed(
                        path, table.path("toml").asText(), before.isEmpty() ? Optional.empty() : Optional.of(before)));
            }
            return removed;
        } catch (JsonProcessingException noJson) {
            throw unreadable();
        }
    }

    private static UserException unreadable() {
        return new UserException("What was deleted cannot be read; load the page again");
    }
}

package com.cdhdashboard.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
    @Test
    void whatIsWrittenStaysBounded(@TempDir Path folder) throws IOException {
        AuditLog log = new AuditLog(folder, "tools", 100);
        for (int call = 0; call < 100; call++) {
            log.write(Map.of("tool", "list_metrics", "call", call));
        }

        assertThat(Files.readAllLines(folder.resolve("tools.ndjson")))
                .last()
                .asString()
                .contains("99");
        try (var files = Files.list(folder)) {
            assertThat(files)
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(Files.size(file)).isLessThan(150));
        }
    }
}

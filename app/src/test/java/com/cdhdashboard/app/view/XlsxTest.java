package com.cdhdashboard.app.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.metric.score.Scores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxTest {
    private static final Table TABLE = new Table(
            List.of(
                    Column.dimension("Channel", ValueType.TEXT),
                    new Column("Count", ValueType.INTEGER, Column.Role.SCORE),
                    Column.score("CTR"),
                    Column.score("CTR_Low"),
                    Column.score("CTR_High"),
                    Column.score("Lift"),
                    Column.score("Lift_P_Val")),
            List.of(
                    Arrays.asList("Web", 1234567L, 0.0503, 0.0412, 0.0611, -0.12345, 0.0004),
                    Arrays.asList("Mail", 7L, 0.0503, null, null, null, 0.0131)));

    @Test
    void cellsKeepTheNumberAndShowTheDigitsOfThePages(@TempDir Path folder) throws IOException {
        Map<String, Element> parts =
                parts(Files.write(folder.resolve("rates.xlsx"), Xlsx.write(TABLE, Scores::find, "Rates", List.of())));
        Elements cells = part(parts, "xl/worksheets/sheet1.xml").select("c");

        assertThat(cells.stream()
                        .filter(cell -> cell.attr("r").equals("C2"))
                        .map(cell -> cell.select("v").text()))
                .containsExactly("0.0503");
        assertThat(format(parts, "B2")).isEqualTo("#,##0");
        assertThat(format(parts, "C2")).isEqualTo("#,##0.0\"\u00a0\"%");
        assertThat(format(parts, "D2")).isEqualTo("#,##0.0\"\u00a0\"%");
        assertThat(format(parts, "C3")).isEqualTo("#,##0.00\"\u00a0\"%");
        assertThat(format(parts, "F2")).isEqualTo("#,##0.0\"\u00a0\"%;\"\u2212\"#,##0.0\"\u00a0\"%");
        assertThat(format(parts, "G2")).isEqualTo("\"< 0.001\"");
        assertThat(format(parts, "G3")).isEqualTo("#,##0.000");
    }

    private static String format(Map<String, Element> parts, String cell) {
        Element styles = part(parts, "xl/styles.xml");
        int style = Integer.parseInt(part(parts, "xl/worksheets/sheet1.xml")
                .select("c[r=" + cell + "]")
                .attr("s"));
        String id = styles.select("cellXfs > xf").get(style).attr("numFmtId");
        return styles.select("numFmt[numFmtId=" + id + "]").attr("formatCode");
    }

    private static Element part(Map<String, Element> parts, String name) {
        return Optional.ofNullable(parts.get(name)).orElseThrow();
    }

    private static Map<String, Element> parts(Path workbook) throws IOException {
        Map<String, Element> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                String text = new String(zip.getInputStream(entry).readAllBytes(), UTF_8);
                parts.put(entry.getName(), Jsoup.parse(text, "", Parser.xmlParser()));
            }
        }
        return parts;
    }
}

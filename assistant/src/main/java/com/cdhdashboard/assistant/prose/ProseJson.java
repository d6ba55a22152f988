package com.cdhdashboard.assistant.prose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Text as JSON, to be kept: blocks as objects with one field that names their kind, and lines as arrays, in which a text
 * stands for itself. What it reads can hold nothing that {@link Prose} has no place for.
 */
public final class ProseJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ProseJson() {}

    public static ArrayNode write(Prose prose) {
        return array(prose.blocks(), ProseJson::block);
    }

    private static <T> ArrayNode array(List<T> values, Function<T, JsonNode> writer) {
        ArrayNode array = JSON.arrayNode();
        values.forEach(value -> array.add(writer.apply(value)));
        return array;
    }

    private static JsonNode block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return object("p", line(paragraph.pieces()));
        }
        if (block instanceof Block.Heading heading) {
            return object("h", line(heading.pieces()));
        }
        if (block instanceof Block.Listing listing) {
            return object(
                    listing.ordered() ? "ol" : "ul",
                    array(listing.items(), item -> array(item.blocks(), ProseJson::block)));
        }
        Block.Grid grid = (Block.Grid) block;
        ObjectNode table = object("head", cells(grid.head()));
        table.set("rows", array(grid.rows(), ProseJson::cells));
        return object("table", table);
    }

    private static ArrayNode cells(List<Block.Cell> cells) {
        return array(cells, cell -> line(cell.pieces()));
    }

    private static ArrayNode line(List<Inline> pieces) {
        return array(pieces, ProseJson::piece);
    }

    private static JsonNode piece(Inline piece) {
        if (piece instanceof Inline.Text text) {
            return TextNode.valueOf(text.text());
        }
        if (piece instanceof Inline.Strong strong) {
            return object("b", line(strong.pieces()));
        }
        if (piece instanceof Inline.Emphasis emphasis) {
            return object("i", line(emphasis.pieces()));
        }
        if (piece instanceof Inline.Code code) {
            return object("code", TextNode.valueOf(code.text()));
        }
        if (piece instanceof Inline.Number number) {
            NumberLink link = number.link();
            ObjectNode object = object("n", TextNode.valueOf(number.text())).put("asked", link.asked());
            link.row().ifPresent(row -> object.put("row", row));
            return object.put("column", link.column()).put("ambiguous", link.ambiguous());
        }
        return object("br", JSON.booleanNode(true));
    }

    private static ObjectNode object(String name, JsonNode value) {
        ObjectNode object = JSON.objectNode();
        object.set(name, value);
        return object;
    }

    /** @throws IllegalArgumentException where it is not of the form that {@link #write} gives */
    public static Prose read(JsonNode json) {
        return new Prose(list(json, ProseJson::readBlock));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
        if (!array.isArray()) {
            throw unknown(array);
        }
        List<T> values = new ArrayList<>();
        array.forEach(each -> values.add(reader.apply(each)));
        return values;
    }

    private static Block readBlock(JsonNode json) {
        if (json.has("p")) {
            return new Block.Paragraph(readLine(json.path("p")));
        }
        if (json.has("h")) {
            return new Block.Heading(readLine(json.path("h")));
        }
        if (json.has("ul") || json.has("ol")) {
            boolean ordered = json.has("ol");
            return new Block.Listing(
                    ordered,
                    list(json.path(ordered ? "ol" : "ul"), item -> new Block.Item(list(item, ProseJson::readBlock))));
        }
        if (json.has("table")) {
            JsonNode table = json.path("table");
            return new Block.Grid(readCells(table.path("head")), list(table.path("rows"), ProseJson::readCells));
        }
        throw unknown(json);
    }

    private static List<Block.Cell> readCells(JsonNode json) {
        return list(json, cell -> new Block.Cell(readLine(cell)));
    }

    private static List<Inline> readLine(JsonNode json) {
        return list(json, ProseJson::readPiece);
    }

    private static Inline readPiece(JsonNode json) {
        if (json.isTextual()) {
            return new Inline.Text(json.textValue());
        }
        if (json.has("b")) {
            return new Inline.Strong(readLine(json.path("b")));
        }
        if (json.has("i")) {
            return new Inline.Emphasis(readLine(json.path("i")));
        }
        if (json.has("code")) {
            return new Inline.Code(json.path("code").asText());
        }
        if (json.has("n")) {
            OptionalInt row = json.has("row") ? OptionalInt.of(json.path("row").asInt()) : OptionalInt.empty();
            NumberLink link = new NumberLink(
                    json.path("asked").asText(),
                    row,
                    json.path("column").asText(),
                    json.path("ambiguous").asBoolean());
            return new Inline.Number(json.path("n").asText(), link);
        }
        if (json.has("br")) {
            return new Inline.LineBreak();
        }
        throw unknown(json);
    }

    private static IllegalArgumentException unknown(JsonNode json) {
        return new IllegalArgumentException("unknown part of a text: a " + json.getNodeType());
    }
}

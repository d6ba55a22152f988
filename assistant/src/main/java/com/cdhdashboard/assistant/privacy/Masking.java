package com.cdhdashboard.assistant.privacy;

import com.cdhdashboard.assistant.model.Message;
import com.cdhdashboard.assistant.model.Prompt;
import com.cdhdashboard.assistant.question.Content;
import com.cdhdashboard.core.snapshot.Snapshot;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts placeholders in the place of values that may not be sent, and values in the place of placeholders that come back. The
 * values of a dimension are numbered in their order, so that a number says nothing of the value; what is stored and shown
 * holds values, and only what is sent holds placeholders.
 */
public final class Masking {
    /** Stands for what is not told at all. */
    public static final String WITHHELD = "(withheld)";

    /** Places of pages: a model needs none, and values are encoded in them. */
    private static final Set<String> ADDRESSES = Set.of("page", "url");

    /** By which fields answers name a dimension. */
    private static final List<String> NAMING = List.of("name", "dimension", "column", "key");

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PLACEHOLDER = Pattern.compile("[\\p{L}\\p{N}]+-\\d+");

    private final Set<String> withheld;
    private final Set<String> masked;
    private final HiddenWords hidden;
    private final BareValues bare = new BareValues();
    private final Map<String, String> revealed = new LinkedHashMap<>();

    private Masking(Disclosure disclosure, Snapshot now, String said) {
        this.withheld = new LinkedHashSet<>(disclosure.withheld());
        this.withheld.addAll(DimensionValues.ofCustomers(now));
        this.masked = new LinkedHashSet<>(disclosure.masked());
        this.masked.removeAll(withheld);
        Map<String, String> replacements = new LinkedHashMap<>();
        Set<String> taken = masked.isEmpty() ? Set.of() : lookalikes(now, said);
        masked.forEach(dimension -> {
            List<String> values = DimensionValues.of(dimension, now);
            number(dimension, values, taken, replacements);
            bare.add(dimension, values);
        });
        revealed.keySet().forEach(placeholder -> replacements.put(placeholder, placeholder));
        withheld.forEach(dimension -> {
            replacements.put(dimension, WITHHELD);
            List<String> values = DimensionValues.of(dimension, now);
            values.forEach(value -> replacements.putIfAbsent(value, WITHHELD));
            bare.add(dimension, values);
        });
        this.hidden = new HiddenWords(replacements);
    }

    public static Masking of(Disclosure disclosure, Snapshot now) {
        return of(disclosure, now, List.of());
    }

    /** With placeholders that do not occur in what was said, so that nobody can write one. */
    public static Masking of(Disclosure disclosure, Snapshot now, List<String> said) {
        return new Masking(disclosure, now, String.join("\n", said));
    }

    /** What looks like a placeholder and is none. */
    private static Set<String> lookalikes(Snapshot now, String said) {
        Set<String> found = new LinkedHashSet<>();
        PLACEHOLDER.matcher(said).results().forEach(match -> found.add(match.group()));
        DimensionValues.names(now).stream()
                .flatMap(dimension -> DimensionValues.of(dimension, now).stream())
                .flatMap(value -> PLACEHOLDER.matcher(value).results())
                .forEach(match -> found.add(match.group()));
        return found;
    }

    private void number(String dimension, List<String> values, Set<String> taken, Map<String, String> replacements) {
        String stem = dimension.replaceAll("[^\\p{L}\\p{N}]+", "");
        String prefix = (stem.isEmpty() ? "Value" : stem) + "-";
        int next = 1;
        for (String value : values) {
            while (taken.contains(prefix + next) || revealed.containsKey(prefix + next)) {
                next++;
            }
            if (replacements.putIfAbsent(value, prefix + next) == null) {
                revealed.put(prefix + next, value);
            }
        }
    }

    /** Whether a name is told to no model. */
    public boolean withholds(String name) {
        return withheld.contains(name);
    }

    /** A text of a person or a configuration, as it may be sent. */
    public String hide(String text) {
        return hidden.whole(text).orElseGet(() -> hidden.replace(text));
    }

    /** An earlier answer, in which a model wrote placeholders and values stand now: values are meant, whatever they look like. */
    public String hideAnswer(String text) {
        return hide(text, bare.all());
    }

    private String hide(String text, Set<String> meant) {
        return hidden.whole(text).orElseGet(() -> hidden.replace(text, meant));
    }

    /**
     * A sentence of ours: where it names a dimension, it may name its values.
     *
     * @param asked values that were asked of
     */
    private String hideSentence(String text, Set<String> asked) {
        Set<String> meant = bare.namedIn(text);
        meant.addAll(asked);
        return hide(text, meant);
    }

    /** Why a tool refused those arguments. */
    public String hide(String sentence, JsonNode arguments) {
        return hideSentence(sentence, asked(arguments));
    }

    private Set<String> asked(JsonNode arguments) {
        List<String> texts = new ArrayList<>();
        gather(arguments, texts);
        return bare.among(texts);
    }

    /** A value of a dimension as it may be sent. */
    private JsonNode hideValue(String dimension, JsonNode value, Set<String> asked) {
        if (!masked.contains(dimension) || !value.isValueNode() || value.isNull()) {
            return hide(value, asked);
        }
        return TextNode.valueOf(hide(value.asText()));
    }

    /** Data as they may be sent: without addresses, and without what is withheld. */
    public JsonNode hide(JsonNode node) {
        return hide(node, Set.of());
    }

    /** The answer of a tool to those arguments. */
    public JsonNode hide(JsonNode answer, JsonNode arguments) {
        return hide(answer, asked(arguments));
    }

    private JsonNode hide(JsonNode node, Set<String> asked) {
        if (node instanceof ObjectNode object) {
            ObjectNode told = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> {
                if (!withheld.contains(field.getKey()) && !ADDRESSES.contains(field.getKey())) {
                    told.set(hide(field.getKey()), hideValue(field.getKey(), field.getValue(), asked));
                }
            });
            return told;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode told = JsonNodeFactory.instance.arrayNode();
            array.forEach(each -> {
                if (!namesWithheld(each)) {
                    told.add(hide(each, asked));
                }
            });
            return told;
        }
        return node.isTextual() ? TextNode.valueOf(hideSentence(node.textValue(), asked)) : node;
    }

    private boolean namesWithheld(JsonNode node) {
        return (node.isTextual() && withheld.contains(node.textValue()))
                || NAMING.stream()
                        .anyMatch(field -> withheld.contains(node.path(field).asText()));
    }

    /** The first name that a model asks of and that it is not told; empty where it asks of none. */
    public Optional<String> asksOfWithheld(JsonNode arguments) {
        List<String> texts = new ArrayList<>();
        gather(arguments, texts);
        return withheld.stream()
                .filter(name -> texts.stream().anyMatch(text -> BareValues.names(text, name)))
                .findFirst();
    }

    private static void gather(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.textValue());
        }
        node.fieldNames().forEachRemaining(texts::add);
        node.forEach(each -> gather(each, texts));
    }

    /** A text of a model with the values for which placeholders stand; what is no placeholder of ours stays. */
    public String reveal(String text) {
        if (revealed.isEmpty()) {
            return text;
        }
        Matcher matcher = PLACEHOLDER.matcher(text);
        return matcher.replaceAll(
                found -> Matcher.quoteReplacement(revealed.getOrDefault(found.group(), found.group())));
    }

    /** Arguments of a tool with the values for which placeholders stand. */
    public JsonNode reveal(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode meant = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> meant.set(reveal(field.getKey()), reveal(field.getValue())));
            return meant;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode meant = JsonNodeFactory.instance.arrayNode();
            array.forEach(each -> meant.add(reveal(each)));
            return meant;
        }
        return node.isTextual() ? TextNode.valueOf(reveal(node.textValue())) : node;
    }

    /** The placeholder of a value, or the value. */
    String shown(String dimension, String value) {
        @Nullable String standing = masked.contains(dimension) ? hidden.all().get(value) : null;
        return standing == null ? value : standing;
    }

    /**
     * The last thing before sending: whatever was said is as it may be sent, however it came there. Instructions and
     * descriptions of tools are our own words; names and texts of the configuration in them are hidden where they are put in.
     */
    public Prompt gate(Prompt prompt) {
        List<Message> told = new ArrayList<>();
        for (Message message : prompt.messages()) {
            told.add(gate(message));
        }
        return new Prompt(prompt.instructions(), told, prompt.tools(), prompt.answerSchema());
    }

    private Message gate(Message message) {
        if (message instanceof Message.Question question) {
            return new Message.Question(hide(question.text()));
        }
        if (message instanceof Message.Answer answer) {
            return new Message.Answer(hide(answer.text()), answer.calls());
        }
        Message.ToolResult result = (Message.ToolResult) message;
        return new Message.ToolResult(result.call(), gate(result.json()), result.refused());
    }

    /** Texts within data alone, so that they stay JSON. */
    private String gate(String json) {
        try {
            return Content.text(hide(JSON.readTree(json)));
        } catch (JsonProcessingException e) {
            return hidden.replace(json);
        }
    }
}

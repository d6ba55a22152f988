package com.cdhdashboard.assistant.provider;

import com.cdhdashboard.assistant.model.Message;
import com.cdhdashboard.assistant.model.Prompt;
import com.cdhdashboard.assistant.model.ToolCall;
import com.cdhdashboard.assistant.model.ToolOffer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prompts in the words of the library. */
final class ChatRequests {
    private static final String IN_WORDS =
            "Answer with one JSON object and nothing else, neither before nor behind it. It"
                    + " must fit this JSON Schema:\n";

    private ChatRequests() {}

    /** @param schemaAnswers whether the provider is told the schema of the answer; otherwise the model is */
    static ChatRequest of(Prompt prompt, boolean schemaAnswers) {
        List<ChatMessage> messages = new ArrayList<>();
        String schema = schemaAnswers
                ? ""
                : prompt.answerSchema().map(each -> "\n\n" + IN_WORDS + each).orElse("");
        messages.add(SystemMessage.from(prompt.instructions() + schema));
        prompt.messages().forEach(message -> messages.add(message(message)));
        ChatRequest.Builder request = ChatRequest.builder().messages(messages);
        if (!prompt.tools().isEmpty()) {
            request.toolSpecifications(
                    prompt.tools().stream().map(ChatRequests::tool).toList());
        }
        if (schemaAnswers) {
            prompt.answerSchema().ifPresent(each -> request.responseFormat(format(each)));
        }
        return request.build();
    }

    private static ChatMessage message(Message message) {
        if (message instanceof Message.Question question) {
            return UserMessage.from(question.text());
        }
        if (message instanceof Message.ToolResult result) {
            return ToolExecutionResultMessage.builder()
                    .id(result.call().id())
                    .toolName(result.call().name())
                    .text(result.json())
                    .isError(result.refused())
                    .build();
        }
        Message.Answer answer = (Message.Answer) message;
        AiMessage.Builder said = AiMessage.builder();
        if (!answer.text().isEmpty()) {
            said.text(answer.text());
        }
        return said.toolExecutionRequests(
                        answer.calls().stream().map(ChatRequests::call).toList())
                .build();
    }

    private static ToolExecutionRequest call(ToolCall call) {
        return ToolExecutionRequest.builder()
                .id(call.id())
                .name(call.name())
                .arguments(call.arguments())
                .build();
    }

    private static ToolSpecification tool(ToolOffer offer) {
        return ToolSpecification.builder()
                .name(offer.name())
                .description(offer.description())
                .parameters(object(offer.parameters()))
                .build();
    }

    /** An object whose fields are as they are written. */
    private static JsonObjectSchema object(ObjectNode schema) {
        JsonObjectSchema.Builder object = JsonObjectSchema.builder();
        Map<String, JsonSchemaElement> fields = new LinkedHashMap<>();
        schema.path("properties")
                .properties()
                .forEach(field -> fields.put(
                        field.getKey(), JsonRawSchema.from(field.getValue().toString())));
        object.addProperties(fields);
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        JsonNode others = schema.path("additionalProperties");
        return object.required(required)
                .additionalProperties(others.isBoolean() ? others.asBoolean() : null)
                .build();
    }

    private static ResponseFormat format(ObjectNode schema) {
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(JsonSchema.builder()
                        .name("answer")
                        .rootElement(JsonRawSchema.from(schema.toString()))
                        .build())
                .build();
    }
}

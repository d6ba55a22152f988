package com.cdhdashboard.app.page.assistant;

import com.cdhdashboard.app.view.Frame;
import com.cdhdashboard.assistant.provider.Offer;
import java.util.List;
import java.util.Optional;

/**
 * What the page of a chat shows, or that on which one begins.
 *
 * @param chat absent where one begins
 * @param suggestions first questions
 * @param notice what was just done, with its way back
 */
public record AssistantPage(
        Frame frame,
        Chats chats,
        Door door,
        Optional<ChatView> chat,
        List<String> suggestions,
        Optional<Notice> notice,
        String token) {
    /** The chats of this browser, and what they are searched for. */
    public record Chats(List<Item> items, String search, boolean any) {
        public Chats {
            items = List.copyOf(items);
        }
    }

    /** A chat in the list. */
    public record Item(String name, String url, String changed, boolean active) {}

    /**
     * Whether something can be asked, and what is in the way.
     *
     * @param closed why the configuration has no chat
     * @param agreed whether it is agreed what may be sent
     * @param ownKey whether a key was entered for the session
     */
    public record Door(Optional<String> closed, Offer offer, boolean loaded, boolean agreed, boolean ownKey) {
        /** Whether a question can be written. */
        public boolean open() {
            return closed.isEmpty() && offer.ready() && loaded && agreed;
        }
    }

    /** Something that was done, and the form that undoes it. */
    public record Notice(String text, String undo) {}

    public AssistantPage {
        suggestions = List.copyOf(suggestions);
    }
}

package dev.interlock.testcase.draft;

import java.util.List;

/**
 * A drafted workflow.
 *
 * @param key key proposed; the same for the same document
 * @param name name for people
 * @param document the Arazzo document, YAML
 * @param toFillIn what a person has to look at first
 * @param identities names of the security schemes its calls ask for
 */
public record Draft(String key, String name, String document, List<String> toFillIn, List<String> identities) {}

package dev.interlock.arazzo.expression;

import java.util.List;

/** A part of a condition and what became of it. */
public record Trace(String operator, String text, String value, String type, List<Trace> parts) {}

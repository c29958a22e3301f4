package dev.interlock.testcase;

import dev.interlock.platform.ProjectId;

/** News: a test case was created, changed or taken away. */
public record TestCaseChanged(ProjectId project, TestKey test) {}

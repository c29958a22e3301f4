package dev.interlock.testcase.store;

import org.springframework.stereotype.Component;

/** The tables a test case is spread over. */
@Component
record TestCaseTables(TestCaseTable cases, RevisionTable revisions, CoverageTable coverage, SuiteTable suites) {}

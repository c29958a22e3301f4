package dev.interlock.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.catalog.EnvironmentDraft;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.Interfaces;
import dev.interlock.catalog.PathDraft;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.ServiceDraft;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.catalog.Services;
import dev.interlock.openapi.Upload;
import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.PlatformProblem;
import dev.interlock.platform.Problem;
import dev.interlock.platform.ProjectId;
import dev.interlock.risk.RiskBoard;
import dev.interlock.security.Projects;
import dev.interlock.testcase.ManualStep;
import dev.interlock.testcase.TestCaseDraft;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class PlanStoreIT {
    private static final Actor ANA = Actor.system("test");
    private static final EnvironmentKey STAGING = new EnvironmentKey("staging");
    private static final PlanKey NIGHTLY = new PlanKey("nightly");

    @Autowired
    Projects projects;

    @Autowired
    Environments environments;

    @Autowired
    Services services;

    @Autowired
    Interfaces interfaces;

    @Autowired
    Paths paths;

    @Autowired
    RiskBoard risks;

    @Autowired
    Plans plans;

    @Autowired
    Selections selections;

    @Autowired
    TestCases tests;

    private ProjectId project = new ProjectId(0);

    @BeforeEach
    void makeAProject() {
        var key = "p" + UUID.randomUUID().toString().substring(0, 8);
        project = projects.create(key, "Plans", ANA).id();
        environments.put(
                project,
                new EnvironmentDraft(STAGING, "Staging", Map.of(), Map.of(), Map.of(), false, true),
                IfMatch.none(),
                ANA);
    }

    @Test
    void everySaveIsARevision() {
        var first = plans.put(project, NIGHTLY, draft("Nightly", Duration.ofMinutes(8)), IfMatch.none(), ANA);
        var second = plans.put(project, NIGHTLY, draft("Each night", null), IfMatch.version(first.version()), ANA);

        assertThat(second.revision()).isEqualTo(2);
        assertThat(plans.find(project, NIGHTLY)).contains(second);
        assertThat(plans.revisions(project, NIGHTLY)).extracting(Plan::name).containsExactly("Each night", "Nightly");
        assertThat(plans.revisions(project, NIGHTLY).getLast().budget()).isEqualTo(Duration.ofMinutes(8));
    }

    @Test
    void aStaleOrMissingVersionIsRefused() {
        plans.put(project, NIGHTLY, draft("Nightly", null), IfMatch.none(), ANA);

        assertRefused(IfMatch.none(), PlatformProblem.VERSION_IS_MISSING);
        assertRefused(IfMatch.version(7), PlatformProblem.VERSION_IS_STALE);
    }

    @Test
    void refusesAPlanWithAllFindingsTogether() {
        var draft = new PlanDraft(
                " ",
                Scope.everything(),
                new EnvironmentKey("nowhere"),
                Duration.ZERO,
                0,
                List.of(new TestKey("gone")),
                List.of(),
                new GateRules(0, false, false, 120.0, false, null));

        assertThatThrownBy(() -> plans.put(project, NIGHTLY, draft, IfMatch.none(), ANA))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.type()).isEqualTo(PlanProblem.PLAN_IS_INVALID);
                    assertThat(problem.findings()).hasSize(6);
                });
    }

    @Test
    void deletesAPlanWithItsRevisions() {
        plans.put(project, NIGHTLY, draft("Nightly", null), IfMatch.none(), ANA);

        plans.delete(project, NIGHTLY, IfMatch.any(), ANA);

        assertThat(plans.all(project)).isEmpty();
        assertThat(plans.revisions(project, NIGHTLY)).isEmpty();
    }

    @Test
    void previewsAnEmptyScopeWithoutInventingAnything() {
        var selection = selections.preview(project, PlanValues.all(Scope.everything(), STAGING));

        assertThat(selection.tests()).isEmpty();
        assertThat(selection.riskCovered()).isZero();
        assertThat(selection.smallestBudget()).isNull();
    }

    @Test
    void aPathOfARealCatalogIsScoredWithItsReasons() {
        var shop = new ServiceKey("shop");
        var bank = new ServiceKey("bank");
        services.put(project, ServiceDraft.of(shop, ServiceKind.INTERNAL), IfMatch.none(), ANA);
        services.put(project, ServiceDraft.of(bank, ServiceKind.THIRD_PARTY), IfMatch.none(), ANA);
        paths.put(project, PathDraft.chain(new PathKey("pay"), "Pay", List.of(shop, bank)), IfMatch.none(), ANA);

        var risk = risks.of(project, new PathKey("pay")).orElseThrow();

        assertThat(risk.factors()).extracting(factor -> factor.name()).contains("third party", "no interface");
        assertThat(risks.shares(project).untested().percent()).isEqualTo(100);
        assertThat(risks.history(project, new PathKey("pay"), 10)).hasSize(1);
    }

    @Test
    void setsTestsApartWhoseServicesAreNotKnownToBeReadyWhenAPlanSaysSo() {
        var shop = new ServiceKey("shop");
        var bank = new ServiceKey("bank");
        services.put(project, ServiceDraft.of(shop, ServiceKind.INTERNAL), IfMatch.none(), ANA);
        services.put(project, ServiceDraft.of(bank, ServiceKind.THIRD_PARTY), IfMatch.none(), ANA);
        paths.put(project, PathDraft.chain(new PathKey("pay"), "Pay", List.of(shop, bank)), IfMatch.none(), ANA);
        var byHand = TestCaseDraft.manual("Pay by hand", List.of(new ManualStep("Order a book and pay", "It is paid")))
                .covering(List.of(new PathKey("pay")));
        tests.put(project, new TestKey("by-hand"), byHand, IfMatch.none(), ANA);
        var onlyReady = new Scope(List.of(), null, List.of(), List.of(), true);
        plans.put(project, NIGHTLY, scoped(onlyReady), IfMatch.none(), ANA);

        var usual = selections.preview(project, PlanValues.all(Scope.everything(), STAGING));
        var saved = plans.find(project, NIGHTLY).orElseThrow();
        var strict = selections.preview(project, saved.values());

        assertThat(usual.out()).noneMatch(out -> out.reason().contains("not ready"));
        assertThat(saved.scope()).isEqualTo(onlyReady);
        assertThat(strict.tests()).isEmpty();
        assertThat(strict.out())
                .singleElement()
                .satisfies(out -> assertThat(out.reason()).contains("shop is not ready: no version was reported"));
    }

    @Test
    void takesTestsThatCallWhatChangedThoughNoPathKnowsOfThem() {
        var shop = new ServiceKey("shop");
        services.put(project, ServiceDraft.of(shop, ServiceKind.INTERNAL), IfMatch.none(), ANA);
        interfaces.importDocument(project, shop, Interfaces.DEFAULT, Upload.text("shop.yaml", """
                openapi: 3.1.0
                info: {title: Shop, version: '1'}
                paths: {/books: {get: {operationId: listBooks, responses: {'200': {description: ok}}}}}
                """), ANA);
        tests.put(project, new TestKey("list"), TestCaseDraft.workflow("List", """
                arazzo: 1.1.0
                info: {title: List, version: '1'}
                sourceDescriptions: [{name: shop, url: shop, type: openapi}]
                workflows: [{workflowId: list, steps: [{stepId: list, operationId: listBooks}]}]
                """), IfMatch.none(), ANA);

        var changed = Scope.of(List.of(), null, List.of(shop), List.of());

        assertThat(selections.preview(project, PlanValues.all(changed, STAGING)).tests())
                .extracting(test -> test.key().value())
                .containsExactly("list");
    }

    private void assertRefused(IfMatch match, PlatformProblem type) {
        assertThatThrownBy(() -> plans.put(project, NIGHTLY, draft("Nightly", null), match, ANA))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(type));
    }

    private static PlanDraft scoped(Scope scope) {
        return new PlanDraft("Nightly", scope, STAGING, null, 4, List.of(), List.of(), GateRules.standard());
    }

    private static PlanDraft draft(String name, @Nullable Duration budget) {
        return new PlanDraft(name, Scope.everything(), STAGING, budget, 4, List.of(), List.of(), GateRules.standard());
    }
}

using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Api.Studies;
using Crm.Planning.Application;
using Crm.Planning.Application.Studies;
using Crm.Planning.Contracts;
using Crm.Planning.Domain.Studies;
using Crm.Planning.Persistence;
using Crm.Platform.Contracts;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.Planning.Tests.Module;

public sealed class StudyTests
{
    private static readonly DateOnly Day = new(2026, 1, 5);

    private static readonly Question Sort = new("sort", QuestionKind.Single, Text("Which sort?"), [new("green", Text("Green")), new("black", Text("Black"))], IsRequired: true);
    private static readonly Question Score = new("score", QuestionKind.Scale, Text("Would you recommend it?"), Least: 0, Most: 10);
    private static readonly Question Why = new("why", QuestionKind.Text, Text("Why?"));
    private static readonly Question Often = new("often", QuestionKind.YesNo, Text("Every day?"));
    private static readonly Question Where = new("where", QuestionKind.Multiple, Text("Where?"), [new("home", Text("At home")), new("work", Text("At work"))]);
    private static readonly Question Price = new("price", QuestionKind.Number, Text("For how much?"), Least: 0);
    private static readonly Question Since = new("since", QuestionKind.Date, Text("Since when?"));

    [SkippableTheory, EveryProvider]
    public async Task Answers_are_counted_with_what_they_can_be_relied_on(DatabaseProvider provider)
    {
        await using var planning = await PlanningDesk.Open(provider);
        var study = await InTheField(planning);
        await Answered(planning, study, "a", Says("sort", ["green"]), Says("score", number: 10), Says("often", ["yes"]), Says("where", ["home", "work"]), Says("price", number: 2.5m), Says("since", date: Day));
        await Answered(planning, study, "b", Says("sort", ["green"]), Says("score", number: 9), Says("often", ["yes"]), Says("where", ["work"]), Says("price", number: 3.5m), Says("why", text: "Because."));
        await Answered(planning, study, "c", Says("sort", ["black"]), Says("score", number: 2), Says("often", ["no"]), Says("since", date: Day.AddDays(-7)));

        var results = await Results(planning, study);

        results.Responses.ShouldBe(3);
        var of = results.Questions.ToDictionary(q => q.Key);
        of["sort"].Options!.Select(o => (o.Key, o.Count, o.Share)).ShouldBe([("green", 2, 0.666667m), ("black", 1, 0.333333m)]);
        of["sort"].Options![0].ShouldSatisfyAllConditions(o => o.Low!.Value.ShouldBe(0.2077m, 0.0001m), o => o.High!.Value.ShouldBe(0.9385m, 0.0001m));
        (of["where"].N, of["where"].Missing).ShouldBe((2, 1));
        of["where"].Options!.Select(o => (o.Count, o.Share)).ShouldBe([(1, 0.5m), (2, 1m)]);
        (of["score"].N, of["score"].Mean, of["score"].Median, of["score"].TopTwo!.Count, of["score"].Nps!.Score).ShouldBe((3, 7m, 9m, 2, 33.3333m));
        of["score"].Options!.Count.ShouldBe(11);
        (of["price"].Mean, of["price"].Q1, of["price"].Least, of["price"].Most, of["price"].Options).ShouldBe((3m, 2.75m, 2.5m, 3.5m, null));
        (of["since"].First, of["since"].Last, of["why"].N).ShouldBe((Day.AddDays(-7), Day, 1));
    }

    [SkippableTheory, EveryProvider]
    public async Task Two_questions_are_crossed_and_tested(DatabaseProvider provider)
    {
        await using var planning = await PlanningDesk.Open(provider);
        var study = await InTheField(planning);
        foreach (var (i, sort, often) in new[] { (0, "green", "yes"), (1, "green", "yes"), (2, "green", "yes"), (3, "green", "no"), (4, "black", "yes"), (5, "black", "no"), (6, "black", "no"), (7, "black", "no") })
            await Answered(planning, study, $"r{i}", Says("sort", [sort]), Says("often", [often]), Says("score", number: sort == "green" ? 9 : 4));

        var table = await Reading(planning, study, (db, s) => new CrossTables(db, new StudyResults(db)).Of(s, Sort, Often, wave: null, CancellationToken.None));
        var scaled = await Reading(planning, study, (db, s) => new CrossTables(db, new StudyResults(db)).Of(s, Sort, Score, wave: null, CancellationToken.None));

        (table.Rows, table.Columns, table.N).ShouldSatisfyAllConditions(t => t.Rows.ShouldBe(["green", "black"]), t => t.Columns.ShouldBe(["yes", "no"]), t => t.N.ShouldBe(8));
        table.Counts.SelectMany(r => r).ShouldBe([3L, 1, 1, 3]);
        (table.ChiSquare, table.Freedom, table.CramersV, table.IsReliable, table.FisherP).ShouldBe((2m, 1, 0.5m, false, 0.485714m));
        (scaled.Counts[0][9], scaled.Counts[1][4], scaled.ChiSquare, scaled.FisherP).ShouldBe((4, 4, 8m, null));
    }

    [SkippableTheory, EveryProvider]
    public async Task A_question_is_followed_from_wave_to_wave(DatabaseProvider provider)
    {
        await using var planning = await PlanningDesk.Open(provider);
        var study = await InTheField(planning);
        foreach (var (wave, day, scores) in new[] { ("spring", -20, new[] { 4, 6 }), ("autumn", -10, [5, 7]), ("again", 0, [7, 9]) })
        {
            foreach (var (i, score) in scores.Index())
                await Answered(planning, study, $"r{i}", wave, Day.AddDays(day), Says("sort", [score > 6 ? "green" : "black"]), Says("score", number: score), Says("where", ["home", "work"]));
        }

        var means = await Reading(planning, study, (db, s) => new WaveTrends(db, new StudyResults(db)).Of(s, Score, option: null, CancellationToken.None));
        var shares = await Reading(planning, study, (db, s) => new WaveTrends(db, new StudyResults(db)).Of(s, Sort, "green", CancellationToken.None));
        var several = await Reading(planning, study, (db, s) => new WaveTrends(db, new StudyResults(db)).Of(s, Where, "home", CancellationToken.None));

        means.Waves.Select(w => (w.Wave, w.N, w.Value)).ShouldBe([("spring", 2, 5m), ("autumn", 2, 6m), ("again", 2, 8m)]);
        (means.Slope, means.Determination).ShouldBe((1.5m, 0.964286m));
        shares.Waves.Select(w => w.Value).ShouldBe([0m, 0.5m, 1m]);
        several.Waves.Select(w => (w.N, w.Value)).ShouldBe([(2, 1m), (2, 1m), (2, 1m)]);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_question_does_not_change_while_the_study_is_in_the_field(DatabaseProvider provider)
    {
        await using var planning = await PlanningDesk.Open(provider);
        var designed = await planning.Send(Tea());
        var changed = await planning.Send(new ChangeStudy(designed.Id, Tea() with { Questions = [Score, Sort] }), ifMatch: designed.Version);
        await planning.Send(new BeginFielding(designed.Id), ifMatch: changed.Version);

        (await Refused(planning, new ChangeStudy(designed.Id, Tea() with { Questions = [Sort, Score] }))).ShouldBe(StudyRules.QuestionsFrozen);
        (await Refused(planning, new ChangeStudy(designed.Id, Tea() with { Questions = [Score, Sort with { Options = [.. Sort.Options!, new("white", Text("White"))] }] }))).ShouldBe(StudyRules.QuestionsFrozen);
        await planning.Send(new ChangeStudy(designed.Id, Tea() with { Questions = [Score, Sort], Name = "Renamed" }));

        var study = await Found(planning, designed.Id);
        (study.Name, study.State).ShouldBe(("Renamed", StudyState.Fielding));
        study.Questions.Select(q => q.Key).ShouldBe(["score", "sort"]);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_study_is_designed_fielded_completed_and_archived_and_tells_of_its_results(DatabaseProvider provider)
    {
        await using var planning = await PlanningDesk.Open(provider);
        var empty = await planning.Send(Tea("empty") with { Questions = [] });
        (await Refused(planning, new BeginFielding(empty.Id))).ShouldBe(StudyRules.WithoutQuestions);
        (await Refused(planning, Tea("empty"))).ShouldBe(StudyRules.CodeTaken);
        await planning.Send(new DeleteStudy(empty.Id));
        await planning.Send(Tea("empty"));
        (await Refused(planning, new RestoreStudy(empty.Id))).ShouldBe(StudyRules.CodeTaken);
        var study = (await planning.Send(Tea())).Id;
        (await Refused(planning, new RestoreStudy(study))).ShouldBe(StudyRules.NotDeleted);
        (await Refused(planning, new CompleteStudy(study))).ShouldBe(StudyRules.NotFielding);
        await planning.Send(new BeginFielding(study));
        (await Refused(planning, new DeleteStudy(study))).ShouldBe(StudyRules.NotDesigned);
        await Answered(planning, study, "a", Says("sort", ["green"]), Says("score", number: 10));
        (await Refused(planning, new ArchiveStudy(study))).ShouldBe(StudyRules.NotCompleted);

        await planning.Send(new CompleteStudy(study));
        await planning.Send(new RecordFinding(study, "Green is liked.", ["sort"]));
        await planning.Send(new ArchiveStudy(study));

        (await Refused(planning, new ChangeStudy(study, Tea()))).ShouldBe(StudyRules.Finished);
        (await Should.ThrowAsync<InvalidInput>(() => planning.Send(new RecordFinding(study, "x", ["sort", "none"])))).Errors.Single().Pointer.ShouldBe("/evidence/1");
        var view = StudyView.Of(await Found(planning, study));
        (view.State, view.Responses, view.Findings.Single().Text, view.Findings.Single().Evidence.Single()).ShouldBe((StudyState.Archived, 1, "Green is liked.", "sort"));
        var told = (StudyCompletedV1)(await planning.Published<PlanningDbContext>(typeof(StudyCompletedV1))).Single();
        (told.StudyId, told.Code, told.Responses).ShouldBe((study, "tea", 1));
        var state = await planning.Read<PlanningDbContext, List<StateEvent>>(db => new PlanningState(db).Read(CancellationToken.None).ToListAsync().AsTask());
        state.Single().Event.ShouldBe(told);
        (await planning.Read<PlanningDbContext, bool>(db => db.Outbox.AnyAsync(m => m.Stream == state[0].Stream && m.StreamPosition == state[0].StreamPosition))).ShouldBeTrue();
    }

    [SkippableTheory, EveryProvider]
    public async Task Nobody_answers_twice_in_one_wave_and_only_what_was_asked(DatabaseProvider provider)
    {
        await using var planning = await PlanningDesk.Open(provider);
        var (study, customer) = (await InTheField(planning), Guid.CreateVersion7());
        var response = Response(study, Says("sort", ["green"])) with { CustomerId = customer };
        await planning.Send(response);
        await planning.Send(response with { Wave = "2" });

        (await Refused(planning, response)).ShouldBe(StudyRules.AnsweredTwice);
        (await Should.ThrowAsync<InvalidInput>(() => planning.Send(Response(
                study, Says("score", number: 10.5m), Says("score", number: 3), Says("none", text: "x"), Says("often", ["perhaps"]), Says("where", ["home", "home"]), Says("price", number: -1m), Says("why", text: " "),
                Says("since", number: 3)))))
            .Errors.Select(e => e.Pointer).ShouldBe(
                ["/answers/0", "/answers/1/question", "/answers/2/question", "/answers/3", "/answers/4", "/answers/5", "/answers/6", "/answers/7", "/answers"], ignoreOrder: true);
        await planning.Send(new CompleteStudy(study));
        (await Refused(planning, Response(study, Says("sort", ["green"])))).ShouldBe(StudyRules.NotFielding);
    }

    [SkippableTheory, EveryProvider]
    public async Task Answers_of_an_erased_customer_lose_their_words_and_keep_their_counts(DatabaseProvider provider)
    {
        await using var planning = await PlanningDesk.Open(provider);
        var (study, customer) = (await InTheField(planning), Guid.CreateVersion7());
        var taken = await planning.Send(Response(study, Says("sort", ["green"]), Says("why", text: "I am Anna Tee.")) with { CustomerId = customer, Respondent = "anna" });
        await planning.Send(Response(study, Says("sort", ["black"]), Says("why", text: "It is dear.")) with { CustomerId = Guid.CreateVersion7() });

        await planning.Given(new PersonErasureRequestedV1(customer, planning.Time.GetUtcNow()), $"person/{customer}", 1);
        await planning.Pump();

        var (response, texts) = await planning.Read<PlanningDbContext, (Response, List<string?>)>(async db => (
            (await db.Set<Response>().ToListAsync()).Single(r => r.Key == taken.Id),
            [.. (await db.Set<Answer>().Where(a => a.Question == "why").ToListAsync()).Select(a => a.Text).Order()]));
        (response.CustomerId, response.Respondent).ShouldBe((null, null));
        texts.ShouldBe([null, "It is dear."]);
        var results = await Results(planning, study);
        (results.Responses, results.Questions.Single(q => q.Key == "why").N).ShouldBe((2, 2));
        (await Refused(planning, Response(study, Says("sort", ["green"])) with { CustomerId = customer, Wave = "later" })).ShouldBe(StudyRules.RespondentErased);
    }

    [SkippableTheory, EveryProvider]
    public async Task Answers_come_in_by_file_a_row_each_and_a_correction_replaces_one(DatabaseProvider provider)
    {
        await using var planning = await PlanningDesk.Open(provider);
        var study = await InTheField(planning);
        await planning.Send(Tea("later"));
        const string Profile = """
            { "target": "planning.answers", "key": { "system": "panel", "columns": ["Study", "Who", "Question"] },
              "fields": { "study": { "column": "Study" }, "respondent": { "column": "Who" }, "question": { "column": "Question" }, "answer": { "column": "Answer" }, "answeredOn": { "constant": "2026-01-05" } } }
            """;
        const string Header = "Study,Who,Question,Answer\n";

        var first = await planning.Import("planning", Profile, Header
            + "tea,p1,sort,green\ntea,p1,where,home|work\ntea,p1,score,9\ntea,p2,sort,black\ntea,p2,often,YES\ntea,p2,since,2025-12-24\ntea,p2,score,11\ntea,p2,none,1\nlater,p1,sort,green\nnowhere,p1,sort,green\n");
        var second = await planning.Import("planning", Profile, Header + "tea,p1,sort,green\ntea,p1,where,work\ntea,p2,score,7\n");

        first.Counts.ShouldBe((6, 0, 0, 4), string.Join("\n", first.Problems));
        foreach (var rule in new[] { StudyRules.AnswerDoesNotFit, StudyRules.NotFielding, StudyRules.StudyUnknown })
            first.Problems.ShouldContain(p => p.Contains(rule.Code, StringComparison.Ordinal));
        second.Counts.ShouldBe((1, 1, 1, 0), string.Join("\n", second.Problems));
        var of = (await Results(planning, study)).Questions.ToDictionary(q => q.Key);
        of["where"].Options!.Select(o => o.Count).ShouldBe([0, 1]);
        (of["score"].N, of["score"].Mean, of["often"].Options![0].Count, of["since"].First).ShouldBe((2, 8m, 1, new DateOnly(2025, 12, 24)));
    }

    [SkippableTheory, EveryProvider]
    public async Task Only_the_studies_within_reach_exist(DatabaseProvider provider)
    {
        await using var planning = await PlanningDesk.Open(provider);
        var study = await InTheField(planning);
        var stranger = new Caller(Guid.CreateVersion7(), CallerKind.Person, "stranger")
        {
            Permissions = new Dictionary<string, RowScope> { [ResearchPermissions.WriteStudies.Name] = RowScope.Own, [ResearchPermissions.WriteAnswers.Name] = RowScope.Own },
        };

        await Should.ThrowAsync<ResourceNotFound>(() => planning.Send(new ChangeStudy(study, Tea()), stranger));
        await Should.ThrowAsync<ResourceNotFound>(() => planning.Send(Response(study, Says("sort", ["green"])), stranger));
        (await Should.ThrowAsync<RuleBroken>(() => planning.Send(Tea(), stranger))).Rule.ShouldBe(StudyRules.CodeTaken);
    }

    [Fact]
    public async Task What_is_wrong_with_a_study_is_said_where_it_is()
    {
        await using var planning = await PlanningDesk.Open(DatabaseProvider.Sqlite);
        var wrong = Tea("no code") with
        {
            Name = "",
            To = Day.AddDays(-1),
            Questions = [Sort with { Options = [new("one", Text("One"))] }, Score with { Most = 0 }, Why with { Least = 1 }, Price with { Key = "", Most = 0 }, Often with { Text = new("", "?") }],
        };

        var refused = await Should.ThrowAsync<InvalidInput>(() => planning.Send(wrong));
        var twice = await Should.ThrowAsync<InvalidInput>(() => planning.Send(Tea() with { Questions = [Sort, Sort] }));

        refused.Errors.Select(e => e.Pointer).ShouldBe(
            ["/name", "/to", "/code", "/questions/0/options", "/questions/1/most", "/questions/2/most", "/questions/3/key", "/questions/3/most", "/questions/4/text/english"], ignoreOrder: true);
        twice.Errors.Single().Pointer.ShouldBe("/questions");
    }

    private static Phrase Text(string english) => new(english, english);

    private static DesignStudy Tea(string code = "tea") =>
        new() { Code = code, Name = "Tea", From = Day, To = Day.AddDays(30), Questions = [Sort, Score, Why, Often, Where, Price, Since] };

    private static async Task<Guid> InTheField(ModuleHarness planning)
    {
        var study = (await planning.Send(Tea())).Id;
        await planning.Send(new BeginFielding(study));
        return study;
    }

    private static TakeResponse Response(Guid study, params AnswerGiven[] answers) => new() { StudyId = study, AnsweredOn = Day, Answers = answers };

    private static AnswerGiven Says(string question, IReadOnlyList<string>? options = null, decimal? number = null, DateOnly? date = null, string? text = null) =>
        new(question, options, number, date, text);

    private static Task Answered(ModuleHarness planning, Guid study, string respondent, params AnswerGiven[] answers) => Answered(planning, study, respondent, "", Day, answers);

    private static Task Answered(ModuleHarness planning, Guid study, string respondent, string wave, DateOnly day, params AnswerGiven[] answers) =>
        planning.Send(Response(study, answers) with { Respondent = respondent, Wave = wave, AnsweredOn = day });

    private static async Task<Rule> Refused<TResult>(ModuleHarness planning, BuildingBlocks.Hosting.Pipeline.ICommand<TResult> command) =>
        (await Should.ThrowAsync<RuleBroken>(() => planning.Send(command))).Rule;

    private static Task<Study> Found(ModuleHarness planning, Guid study) => Reading(planning, study, (_, found) => Task.FromResult(found));

    private static Task<StudyResultsView> Results(ModuleHarness planning, Guid study) =>
        Reading(planning, study, (db, found) => new StudyResults(db).Of(found, wave: null, CancellationToken.None));

    private static Task<TResult> Reading<TResult>(ModuleHarness planning, Guid study, Func<PlanningDbContext, Study, Task<TResult>> read) =>
        planning.Read<PlanningDbContext, TResult>(async db => await read(db, await StudyEndpoints.Find(db, study, CancellationToken.None)));
}

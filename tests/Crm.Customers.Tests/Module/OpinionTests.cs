using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application;
using Crm.Customers.Application.Cases;
using Crm.Customers.Application.Evaluations;
using Crm.Customers.Application.Merging;
using Crm.Customers.Application.Reviews;
using Crm.Customers.Application.Satisfaction;
using Crm.Customers.Contracts;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Cases;
using Crm.Customers.Domain.Evaluations;
using Crm.Customers.Domain.Reviews;
using Crm.Customers.Domain.Satisfaction;
using Crm.Customers.Persistence;
using Crm.Platform.Contracts;
using Crm.SalesOrders.Contracts;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module;

/// <summary>What customers think of the company, and the company of them.</summary>
public sealed class OpinionTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [SkippableTheory, EveryProvider]
    public async Task A_review_is_of_a_true_purchase_when_the_goods_have_arrived_before_or_after(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var acme = await customers.Register(CustomerDesk.Acme());
        var (tea, cup, service, order, later) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        await customers.Given(new ShipmentDispatchedV1(order, first, null, Today, [new ShippedLineV1(Guid.CreateVersion7(), tea, 1)], false), $"shipment/{first}", 1);
        var early = await customers.Send(new SubmitReview { CustomerId = acme.Id, ProductId = tea, Rating = 5 });
        early.IsVerified.ShouldBeFalse("It is on its way only.");
        await customers.Given(new ShipmentDeliveredV1(order, first, acme.Id, Today, false), $"shipment/{first}", 2);
        (await Stored(customers, early.Id)).IsVerified.ShouldBeTrue();

        await customers.Given(new ShipmentDeliveredV1(later, second, acme.Id, Today, true), $"shipment/{second}", 2);
        (await customers.Send(new SubmitReview { CustomerId = acme.Id, OrderId = later, Rating = 4 })).IsVerified.ShouldBeTrue();
        (await customers.Send(new SubmitReview { CustomerId = acme.Id, ProductId = cup, Rating = 2 })).IsVerified.ShouldBeFalse();
        await customers.Given(new ShipmentDispatchedV1(later, second, null, Today, [new ShippedLineV1(Guid.CreateVersion7(), cup, 1)], true), $"shipment-twin/{second}", 1);
        await customers.Given(
            new ServiceAcceptedV1(later, Guid.CreateVersion7(), acme.Id, Today, [new ShippedLineV1(Guid.CreateVersion7(), service, 1)], true), $"order/{later}", 9);
        (await customers.Send(new SubmitReview { CustomerId = acme.Id, ProductId = service, OrderId = later, Rating = 1 })).IsVerified.ShouldBeTrue();
        (await customers.Send(new SubmitReview { CustomerId = acme.Id, ProductId = service, OrderId = order, Rating = 1 })).IsVerified.ShouldBeFalse();
        (await customers.Read<CustomersDbContext, int>(db => db.Set<Review>().CountAsync(r => r.ProductId == cup && r.IsVerified))).ShouldBe(1);
        await Refused(customers, new SubmitReview { CustomerId = acme.Id, ProductId = tea, Rating = 1 }, "customers.review-exists");
    }

    [SkippableTheory, EveryProvider]
    public async Task A_review_is_published_taken_back_and_replied_to_and_told_when_it_is_published(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var acme = await customers.Register(CustomerDesk.Acme());
        var review = await customers.Send(new SubmitReview { CustomerId = acme.Id, Rating = 2, Title = "Slow", Text = "took weeks" });

        await Refused(customers, new ReplyToReview { Id = review.Id, Text = "sorry" }, "customers.review-not-published");
        await customers.Send(new PublishReview(review.Id));
        await Refused(customers, new PublishReview(review.Id), "customers.review-published");
        await customers.Send(new ReplyToReview { Id = review.Id, Text = "sorry" });
        await customers.Send(new RejectReview { Id = review.Id, Reason = "of somebody else" });
        await Refused(customers, new RejectReview { Id = review.Id, Reason = "again" }, "customers.review-rejected");

        var told = (await customers.Published<CustomersDbContext>(typeof(ReviewPublishedV1))).ShouldHaveSingleItem().ShouldBeOfType<ReviewPublishedV1>();
        (told.ReviewId, told.CustomerId, told.Rating, told.ProductId).ShouldBe((review.Id, acme.Id, 2, null));
        var stranger = CustomerDesk.Person(Guid.CreateVersion7(), Guid.CreateVersion7(), RowScope.Own);
        await Should.ThrowAsync<ResourceNotFound>(() => customers.Send(new PublishReview(review.Id), stranger));
        await Should.ThrowAsync<ResourceNotFound>(() => customers.Send(new SubmitReview { CustomerId = acme.Id, Rating = 5 }, stranger));
    }

    [SkippableTheory, EveryProvider]
    public async Task Of_the_same_thing_a_customer_has_one_review_whoever_it_was_before(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var acme = await customers.Register(CustomerDesk.Acme());
        var twin = await customers.Register(new CustomerInput { Name = "Twin" });
        var (tea, cup) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var before = await customers.Send(new SubmitReview { CustomerId = twin.Id, ProductId = cup, Rating = 4 });
        await customers.Send(new MergeCustomers([new MergedCustomer(twin.Id, twin.Version)]) { SurvivorId = acme.Id });
        await Refused(customers, new SubmitReview { CustomerId = acme.Id, ProductId = cup, Rating = 1 }, "customers.review-exists");

        var atOnce = await Task.WhenAll(Enumerable.Range(1, 3).Select(rating => Tried(new SubmitReview { CustomerId = acme.Id, ProductId = tea, Rating = rating })));
        var first = atOnce.OfType<ReviewSaved>().ShouldHaveSingleItem();
        await customers.Send(new RejectReview { Id = first.Id, Reason = "rude" });
        var second = await customers.Send(new SubmitReview { CustomerId = acme.Id, ProductId = tea, Rating = 5 });
        await customers.Send(new PublishReview(first.Id));
        await Refused(customers, new PublishReview(second.Id), "customers.review-exists");
        await customers.Send(new PublishReview(before.Id));

        async Task<ReviewSaved?> Tried(SubmitReview review)
        {
            try
            {
                return await customers.Send(review);
            }
            catch (RuleBroken refused) when (refused.Rule.Code == "customers.review-exists")
            {
                return null;
            }
        }
    }

    [SkippableTheory, EveryProvider]
    public async Task A_customer_is_evaluated_by_the_newest_card_and_has_the_grade_until_it_runs_out(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var acme = await customers.Register(CustomerDesk.Acme());
        await Refused(customers, Evaluation(acme.Id, 5, 5), "customers.score-card-unknown");
        (await customers.Send(Card(50, 50))).Number.ShouldBe(1);
        (await customers.Send(Card(75, 25))).Number.ShouldBe(2);
        await Refused(customers, Evaluation(acme.Id, 11, 5), "customers.points-do-not-fit");
        await Refused(customers, Evaluation(acme.Id, 5, 5) with { Points = [new CriterionPoints("volume", 5)] }, "customers.points-do-not-fit");

        var evaluated = await customers.Send(Evaluation(acme.Id, 10, 2));
        (evaluated.Score, evaluated.Grade, evaluated.ValidUntil).ShouldBe((80m, "A", Today.AddDays(29)));
        await customers.Send(Evaluation(acme.Id, 10, 2));
        await customers.Send(Evaluation(acme.Id, 3, 2.5m));

        var told = (await customers.Published<CustomersDbContext>(typeof(GradeChangedV1))).Cast<GradeChangedV1>();
        told.Select(e => (e.Grade, e.GradeBefore)).ShouldBe([("A", null), ("C", "A")]);
        (await customers.Read<CustomersDbContext, string?>(db => db.Customers.Where(c => c.Grade == "C" && c.GradeValidUntil >= Today).Select(c => c.Grade).SingleAsync())).ShouldBe("C");
        (await customers.Read<CustomersDbContext, List<int>>(db => db.Set<Evaluation>().OrderBy(e => e.EvaluatedAt).Select(e => e.CardNumber).ToListAsync())).ShouldBe([2, 2, 2]);
    }

    [Fact]
    public async Task A_card_whose_weights_do_not_sum_to_a_hundred_or_that_leaves_scores_without_grade_is_refused()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);

        var wrong = Card(60, 50) with { Grades = [new GradeBound("A", 80), new GradeBound("A", 80)], Scale = 0, ValidDays = 0, Code = "Not plain" };
        var errors = (await Should.ThrowAsync<InvalidInput>(() => customers.Send(wrong))).Errors;

        errors.Select(e => e.Pointer).Distinct().Order(StringComparer.Ordinal).ShouldBe(["/code", "/criteria", "/grades", "/scale", "/validDays"]);
        errors.Single(e => e.Pointer == "/criteria").Text.English.ShouldContain("110");
    }

    [SkippableTheory, EveryProvider]
    public async Task Satisfaction_is_made_of_reviews_surveys_and_cases_as_it_was_at_any_time(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var acme = await customers.Register(CustomerDesk.Acme());
        var start = customers.Time.GetUtcNow();
        await customers.Send(new RecordSurveyAnswer { CustomerId = acme.Id, Kind = SurveyKind.Nps, Value = 9, Source = "spring" });
        await Invalid(customers, new RecordSurveyAnswer { CustomerId = acme.Id, Kind = SurveyKind.Csat, Value = 0, Source = "spring" }, "/value");
        await Invalid(customers, new RecordSurveyAnswer { CustomerId = acme.Id, Kind = SurveyKind.Csat, Value = 1, Source = "spring", AnsweredAt = start.AddDays(1) }, "/answeredAt");
        customers.Time.Advance(TimeSpan.FromDays(1));
        var pending = await customers.Send(new SubmitReview { CustomerId = acme.Id, Rating = 1 });
        await customers.Send(new PublishReview((await customers.Send(new SubmitReview { CustomerId = acme.Id, Rating = 3 })).Id));
        var opened = await customers.Send(new OpenCase { CustomerId = acme.Id, Kind = CaseKind.Question, Channel = CaseChannel.Chat, Subject = "When?" });
        await customers.Send(new TakeCaseStep(opened.Id, CaseStep.Close, "twice"));
        await customers.Send(new RateCase { Id = opened.Id, Rating = 5 });

        var then = await Score(customers, acme.Id, start);
        var now = await Score(customers, acme.Id, customers.Time.GetUtcNow());

        then.Score.ShouldBe(90m);
        now.Parts.Select(p => (p.Kind, p.Count, p.Mean is null ? -1 : Math.Round(p.Mean.Value))).ShouldBe(
            [(SignalKind.Reviews, 1, 50), (SignalKind.Surveys, 1, 90), (SignalKind.CaseRatings, 1, 100), (SignalKind.CaseOutcomes, 1, 20)]);
        now.Score!.Value.ShouldBeInRange(72.5m, 73.5m);
        (await Stored(customers, pending.Id)).Status.ShouldBe(ReviewStatus.Pending);
        var told = (await customers.Published<CustomersDbContext>(typeof(SatisfactionRecordedV1))).Cast<SatisfactionRecordedV1>();
        told.Select(e => (e.Source, e.Value, e.Score)).ShouldBe([("nps", 9, 90m), ("case", 5, 100m)]);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_is_decided_later_does_not_change_how_satisfied_a_customer_was(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var acme = await customers.Register(CustomerDesk.Acme());
        var review = await customers.Send(new SubmitReview { CustomerId = acme.Id, Rating = 5 });
        var opened = await customers.Send(new OpenCase { CustomerId = acme.Id, Kind = CaseKind.Question, Channel = CaseChannel.Chat, Subject = "When?" });
        await customers.Send(new TakeCaseStep(opened.Id, CaseStep.Close, "twice"));
        var unpublished = customers.Time.GetUtcNow();
        customers.Time.Advance(TimeSpan.FromDays(1));
        await customers.Send(new PublishReview(review.Id));
        var published = customers.Time.GetUtcNow();
        customers.Time.Advance(TimeSpan.FromDays(1));
        await customers.Send(new RejectReview { Id = review.Id, Reason = "of somebody else" });
        await customers.Send(new TakeCaseStep(opened.Id, CaseStep.Reopen, null));

        (await Counts(unpublished)).ShouldBe((0, 1));
        (await Counts(published)).ShouldBe((1, 1));
        (await Counts(customers.Time.GetUtcNow())).ShouldBe((0, 0));

        async Task<(int Reviews, int Outcomes)> Counts(DateTimeOffset asOf)
        {
            var parts = (await Score(customers, acme.Id, asOf)).Parts;
            return (parts.Single(p => p.Kind == SignalKind.Reviews).Count, parts.Single(p => p.Kind == SignalKind.CaseOutcomes).Count);
        }
    }

    [Fact]
    public void Results_of_surveys_are_counted_as_everybody_counts_them()
    {
        RecommendationResult.Of([new AnswerCount(10, 3), new AnswerCount(9, 2), new AnswerCount(7, 4), new AnswerCount(6, 1), new AnswerCount(0, 1)])
            .ShouldBe(new RecommendationResult(11, 5, 4, 2, 27.3m));
        SatisfactionResult.Of([new AnswerCount(5, 1), new AnswerCount(4, 1), new AnswerCount(2, 1)]).ShouldBe(new SatisfactionResult(3, 3.67m, 66.7m));
        RecommendationResult.Of([]).Score.ShouldBeNull();
        SatisfactionResult.Of([]).ShouldBe(new SatisfactionResult(0, null, null));
    }

    [SkippableTheory, EveryProvider]
    public async Task Products_are_told_by_what_is_published_of_them_the_worst_first(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var (good, bad, unknown) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        foreach (var (product, rating) in new[] { (good, 5), (good, 4), (bad, 1), (bad, 2), (bad, 2), (unknown, 5) })
        {
            var customer = await customers.Register(new CustomerInput { Name = $"Taster {Guid.CreateVersion7()}" });
            var review = await customers.Send(new SubmitReview { CustomerId = customer.Id, ProductId = product, Rating = rating });
            if (product != unknown) await customers.Send(new PublishReview(review.Id));
        }

        var told = await customers.Read<CustomersDbContext, List<ProductRating>>(
            db => ProductRating.Of(db).Where(p => p.Score <= 100 && p.Count > 1).OrderBy(p => p.Score).ThenBy(p => p.ProductId).ToListAsync());

        told.Select(p => (p.ProductId, ProductRating.Mean(p.Sum, p.Count), p.Score, p.Count)).ShouldBe([(bad, 1.67m, 17, 3), (good, 4.5m, 88, 2)]);
    }

    [SkippableTheory, EveryProvider]
    public async Task Of_a_customer_who_is_erased_ratings_stay_and_words_go(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var zoe = await customers.Register(new CustomerInput { Name = "Zoe" });
        var review = await customers.Send(new SubmitReview { CustomerId = zoe.Id, Rating = 2, Title = "Quill one", Text = "Quill two" });
        await customers.Send(new PublishReview(review.Id));
        await customers.Send(new ReplyToReview { Id = review.Id, Text = "Dear Quill" });
        await customers.Send(Card(50, 50));
        await customers.Send(Evaluation(zoe.Id, 1, 1) with { Comment = "Quill pays late" });
        await customers.Send(new RecordSurveyAnswer { CustomerId = zoe.Id, Kind = SurveyKind.Csat, Value = 3, Source = "spring", Comment = "Quill three" });

        await customers.Services.GetRequiredService<IPersonKeys>().Destroy(zoe.Id, CancellationToken.None);
        for (var i = 1; i <= 2; i++) await customers.Given(new PersonErasureRequestedV1(zoe.Id, customers.Time.GetUtcNow()), $"person-erasure/{zoe.Id}", i);

        (await customers.Read<CustomersDbContext, string>(db => db.AllTables())).ShouldNotContain("Quill");
        (await Stored(customers, review.Id)).Rating.ShouldBe(2);
        (await Score(customers, zoe.Id, customers.Time.GetUtcNow())).Score.ShouldNotBeNull();
        await Refused(customers, new PublishReview(review.Id), "customers.erased");
        await Refused(customers, Evaluation(zoe.Id, 1, 1), "customers.erased");
    }

    private static PublishScoreCard Card(decimal volume, decimal trust) => new()
    {
        Code = "partner",
        Name = new Phrase("Partner", "合作伙伴"),
        Criteria = [new Criterion("volume", new Phrase("Volume", "规模"), volume), new Criterion("trust", new Phrase("Trust", "信任"), trust)],
        Grades = [new GradeBound("C", 0), new GradeBound("A", 80), new GradeBound("B", 50)],
        ValidDays = 30,
    };

    private static EvaluateCustomer Evaluation(Guid customer, decimal volume, decimal trust) => new()
    {
        CustomerId = customer,
        ScoreCard = "partner",
        Points = [new CriterionPoints("trust", trust), new CriterionPoints("volume", volume)],
    };

    private static Task<Review> Stored(ModuleHarness customers, Guid id)
    {
        var key = new ReviewId(id);
        return customers.Read<CustomersDbContext, Review>(db => db.Set<Review>().AsNoTracking().SingleAsync(r => r.Id == key));
    }

    private static async Task<SatisfactionScore> Score(ModuleHarness customers, Guid customer, DateTimeOffset asOf)
    {
        await using var scope = customers.Scope();
        return (await scope.ServiceProvider.GetRequiredService<CustomerSatisfaction>().Of([new CustomerId(customer)], asOf, CancellationToken.None)).Score;
    }

    private static async Task Refused<TResult>(ModuleHarness customers, ICommand<TResult> command, string code) =>
        (await Should.ThrowAsync<RuleBroken>(() => customers.Send(command))).Rule.Code.ShouldBe(code);

    private static async Task Invalid<TResult>(ModuleHarness customers, ICommand<TResult> command, string pointer) =>
        (await Should.ThrowAsync<InvalidInput>(() => customers.Send(command))).Errors.Select(e => e.Pointer).ShouldBe([pointer]);
}

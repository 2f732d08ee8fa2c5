using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application;
using Crm.Customers.Application.Analysis;
using Crm.Customers.Application.Sampling;
using Crm.Customers.Application.Segments;
using Crm.Customers.Contracts;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Sampling;
using Crm.Customers.Domain.Scoring;
using Crm.Customers.Domain.Segments;
using Crm.Customers.Persistence;
using Crm.Customers.Tests.Module.Duplicates;
using Crm.Platform.Contracts;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module;

public sealed class SegmentTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    [SkippableTheory, EveryProvider]
    public async Task Rules_choose_by_fields_tags_figures_and_scores_and_never_who_is_gone(DatabaseProvider provider)
    {
        await using var customers = await Company(provider);
        customers.TodayIs(Today);
        await Score(customers);

        (await Chosen(customers, If("industry", "tea"))).ShouldBe(["Anna", "Bert", "Carl"]);
        (await Chosen(customers, Not(If("industry", "tea")))).ShouldBe(["Dora"]);
        (await Chosen(customers, If("tags", "VIP"))).ShouldBe(["Anna"]);
        (await Chosen(customers, If("figures.orders", "2", "gte"))).ShouldBe(["Anna"]);
        (await Chosen(customers, If("figures.orders", "0"))).ShouldBe(["Carl", "Dora"]);
        (await Chosen(customers, If("figures.lastOrderOn", "30", "lastDays"))).ShouldBe(["Anna"]);
        (await Chosen(customers, If("figures.lastOrderOn", "true", "isNull"))).ShouldBe(["Carl", "Dora"]);
        (await Chosen(customers, If("figures.net", "100", "gt"))).ShouldBe(["Anna"]);
        (await Chosen(customers, If("rfm.recency", "4", "gte"))).ShouldBe(["Anna"]);
        (await Chosen(customers, If("country", "DE"))).ShouldBe(["Bert"]);
        (await Chosen(customers, new SegmentRule { All = [If("industry", "tea"), new SegmentRule { Any = [If("tags", "vip"), If("country", "DE")] }, Not(If("name", "Bert"))] })).ShouldBe(["Anna"]);
        (await Chosen(customers, new SegmentRule { All = [] })).ShouldBe(["Anna", "Bert", "Carl", "Dora"]);
        foreach (var rule in OverWhatMayBeMissing)
            (await Chosen(customers, rule)).Concat(await Chosen(customers, Not(rule))).ShouldBe(["Anna", "Bert", "Carl", "Dora"], ignoreOrder: true, $"{rule.Field} {rule.Op} {rule.Value}: nobody is in neither");
    }

    private static IEnumerable<SegmentRule> OverWhatMayBeMissing =>
    [
        .. from op in new[] { "eq", "ne", "in", "nin", "contains", "startsWith" } from name in new[] { "country", "grade", "industry" } select If(name, name == "industry" ? "tea" : "DE", op),
        .. from op in new[] { "eq", "ne", "in", "nin" } from name in new[] { "size", "rfm.segment" } select If(name, name == "size" ? "large" : "champions", op),
        .. from op in new[] { "eq", "ne", "lt", "lte", "gt", "gte" } select If("figures.lastOrderOn", "2026-06-01", op),
        .. from op in new[] { "eq", "ne", "lt", "lte", "gt", "gte" } select If("rfm.recency", "3", op),
        If("figures.lastOrderOn", "2025-01-01,2026-01-01", "between"), If("figures.lastOrderOn", "30", "lastDays"), If("figures.lastOrderOn", "true", "isNull"), If("tags", "vip"),
    ];

    [Fact]
    public async Task What_is_kept_chooses_by_no_name_and_by_no_words()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        await customers.Register(new CustomerInput { Name = "Anna Berg", Code = "C-1" });
        foreach (var filter in new[] { "q=anna%20berg", "filter[name]=Anna%20Berg", "filter[name][contains]=Anna%20Berg" })
            (await Should.ThrowAsync<InvalidInput>(() => customers.Send(new DrawSample { Name = "x", Size = 1, Filter = filter }))).Errors[0].Pointer.ShouldBe("/filter");
        var named = new SegmentRule { All = [If("industry", "tea"), Not(If("name", "Anna Berg", "startsWith"))] };
        (await Should.ThrowAsync<InvalidInput>(() => customers.Send(new DescribeSegment { Name = "x", Rules = named }))).Errors.Select(e => e.Pointer).ShouldBe(["/rules/all/1/not"]);

        await customers.Send(new DrawSample { Name = "x", Size = 1, Filter = "filter[code]=C-1" });
        var segment = await customers.Send(new DescribeSegment { Name = "x", Rules = If("code", "C-1") });
        await Should.ThrowAsync<InvalidInput>(() => customers.Send(new ChangeSegment(segment.Id, new SegmentInput { Name = "x", Rules = named }), ifMatch: segment.Version));

        var kept = await customers.Read<CustomersDbContext, string>(async db => string.Join(
            ' ', (await db.Set<Sample>().Select(s => s.Filter).ToListAsync()).Concat(await db.Set<Segment>().SelectMany(s => s.Versions).Select(v => v.Rules).ToListAsync())));
        kept.ShouldContain("C-1");
        kept.ShouldNotContain("Berg", Case.Insensitive);
    }

    [Fact]
    public async Task What_is_wrong_with_rules_is_said_of_the_node()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);

        (await Refused(new SegmentRule { All = [If("industry", "tea"), new SegmentRule { Any = [If("nonsense", "1")] }] })).ShouldBe(["/rules/all/1/any/0"]);
        (await Refused(Not(If("figures.orders", "many")))).ShouldBe(["/rules/not"]);
        (await Refused(If("industry", "tea", "around"))).ShouldBe(["/rules"]);
        (await Refused(new SegmentRule { All = [new SegmentRule(), new SegmentRule { Any = [] }, new SegmentRule { Not = If("a", "b"), Field = "c" }] }))
            .ShouldBe(["/rules/all/0", "/rules/all/1/any", "/rules/all/2"]);
        (await Refused(new SegmentRule { All = [.. Enumerable.Repeat(If("industry", "tea"), 60)] })).ShouldBe(["/rules"]);

        async Task<IEnumerable<string>> Refused(SegmentRule rules) =>
            (await Should.ThrowAsync<InvalidInput>(() => customers.Send(new DescribeSegment { Name = "x", Rules = rules }))).Errors.Select(e => e.Pointer);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_segment_is_drafted_published_changed_and_frozen_and_its_members_are_told_by_id(DatabaseProvider provider)
    {
        await using var customers = await Company(provider);
        var segment = (await customers.Send(new DescribeSegment { Name = "Tea", Rules = If("industry", "tea") })).Id;
        (await Should.ThrowAsync<RuleBroken>(() => customers.Send(new FreezeSegment(segment)))).Rule.ShouldBe(SegmentsRules.NotPublished);
        await customers.Send(new PublishSegment(segment));
        (await Should.ThrowAsync<RuleBroken>(() => customers.Send(new PublishSegment(segment)))).Rule.ShouldBe(SegmentsRules.NothingToPublish);
        await customers.Send(new ChangeSegment(segment, new SegmentInput { Name = "Tea", Rules = If("industry", "coffee") }));

        var frozen = await customers.Send(new FreezeSegment(segment));
        (frozen.SegmentVersion, frozen.Count).ShouldBe((1, 3));
        await customers.Send(new PublishSegment(segment));
        (await customers.Send(new FreezeSegment(segment))).Count.ShouldBe(1);
        await customers.Send(new RetireSegment(segment));
        (await Should.ThrowAsync<RuleBroken>(() => customers.Send(new RetireSegment(segment)))).Rule.ShouldBe(SegmentsRules.NotPublished);

        var told = (await customers.Published<CustomersDbContext>(typeof(SegmentFrozenV1))).Cast<SegmentFrozenV1>().First();
        var members = await customers.Read<CustomersDbContext, List<CustomerId>>(
            db => db.Set<SegmentMember>().Where(m => m.FreezeId == frozen.FreezeId).Select(m => m.CustomerId).ToListAsync());
        told.CustomerIds.ShouldBe(members.Select(m => m.Value), ignoreOrder: true);
        (told.FreezeId, told.Count, told.Part, told.Parts).ShouldBe((frozen.FreezeId, 3, 1, 1));
        var versions = await customers.Read<CustomersDbContext, List<SegmentState>>(
            async db => [.. (await db.Set<Segment>().SingleAsync()).Versions.OrderBy(v => v.Number).Select(v => v.State)]);
        versions.ShouldBe([SegmentState.Retired, SegmentState.Retired]);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_sample_is_drawn_over_a_segment_kept_and_told_and_drawn_again_it_is_the_same(DatabaseProvider provider)
    {
        await using var customers = await Company(provider);
        var segment = (await customers.Send(new DescribeSegment { Name = "Tea", Rules = If("industry", "tea") })).Id;
        await customers.Send(new PublishSegment(segment));

        var simple = await customers.Send(new DrawSample { Name = "Two", SegmentId = segment, Size = 2, Seed = 7, Filter = "filter[country][ne]=DE" });
        var strata = await customers.Send(new DrawSample
        {
            Name = "By country",
            Method = SamplingMethod.Stratified,
            Size = 3,
            Seed = 8,
            StratifyBy = "country",
            Allocation = AllocationKind.Neyman,
            Measure = "net",
        });

        (simple.FrameSize, simple.Size).ShouldBe((2, 2));
        strata.Strata.Select(s => (s.Key, s.Size)).ShouldBe([("", 3), ("DE", 1)]);
        strata.Strata.Sum(s => s.Drawn).ShouldBe(3);
        var kept = await customers.Read<CustomersDbContext, List<Guid>>(
            db => db.Set<SampleMember>().Where(m => m.SampleId == new SampleId(strata.Id)).OrderBy(m => m.Position).Select(m => m.CustomerId.Value).ToListAsync());
        (await customers.Published<CustomersDbContext>(typeof(SampleDrawnV1))).Cast<SampleDrawnV1>().Single(s => s.SampleId == strata.Id).CustomerIds.ShouldBe(kept);
        (await Again(customers, strata.Id)).ShouldBe((strata.FrameHash, true));
        var bySex = await customers.Send(new DrawSample { Name = "By sex", Method = SamplingMethod.Stratified, Size = 1, StratifyBy = "sex", Filter = "filter[country]=DE" });
        bySex.Strata.ShouldBeEmpty("one stratum of one would say the sex of that one");
        (await customers.Read<CustomersDbContext, Sample>(db => db.Set<Sample>().SingleAsync(s => s.Id == new SampleId(bySex.Id)))).Strata.ShouldBeEmpty();
        await customers.Register(new CustomerInput { Name = "Emil" });
        (await Again(customers, strata.Id)).Hash.ShouldNotBe(strata.FrameHash);
        (await Should.ThrowAsync<RuleBroken>(() => customers.Send(new DrawSample { Name = "x", Size = 6 }))).Rule.ShouldBe(SegmentsRules.SampleTooLarge);
        (await Should.ThrowAsync<InvalidInput>(() => customers.Send(new DrawSample { Name = "x", Size = 1, Method = SamplingMethod.Stratified, StratifyBy = "shoeSize" }))).Errors[0].Pointer
            .ShouldBe("/stratifyBy");
    }

    [Fact]
    public async Task Nobody_chooses_from_customers_out_of_reach()
    {
        await using var customers = await Company(DatabaseProvider.Sqlite);
        var (unit, me) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var seller = CustomerDesk.Person(me, unit, RowScope.Own);
        await customers.Register(new CustomerInput { Name = "Mine", Industry = "tea" }, seller);
        var segment = (await customers.Send(new DescribeSegment { Name = "Tea", Rules = If("industry", "tea") })).Id;
        await customers.Send(new PublishSegment(segment));

        (await Chosen(customers, If("industry", "tea"), seller)).ShouldBe(["Mine"]);
        (await customers.Send(new FreezeSegment(segment), seller)).Count.ShouldBe(1);
        (await customers.Send(new DrawSample { Name = "One", Size = 1, SegmentId = segment }, seller)).FrameSize.ShouldBe(1);
    }

    /// <summary>Anna bought twice, Bert once long ago; one who was deleted, one who was merged and one who was erased bought as much.</summary>
    private static async Task<ModuleHarness> Company(DatabaseProvider provider)
    {
        var customers = await CustomerDesk.Open(provider);
        var anna = (await customers.Register(new CustomerInput { Name = "Anna", Industry = "tea", Tags = ["VIP"] })).Id;
        var bert = (await customers.Register(new CustomerInput { Name = "Bert", Industry = "tea", Addresses = [new AddressInput(Country: "DE")] })).Id;
        await customers.Register(new CustomerInput { Name = "Carl", Industry = "tea" });
        await customers.Register(new CustomerInput { Name = "Dora", Industry = "coffee" });
        var deleted = (await customers.Register(new CustomerInput { Name = "Deleted", Industry = "tea" })).Id;
        var merged = (await customers.Register(new CustomerInput { Name = "Merged", Industry = "tea" })).Id;
        var erased = (await customers.Register(new CustomerInput { Name = "Erased", Industry = "tea" })).Id;
        foreach (var customer in new[] { anna, bert, deleted, erased }) await new SoldOrder(customers, customer).Confirmed(customer == anna ? new(2026, 6, 1) : new(2025, 6, 1));
        await new SoldOrder(customers, merged).Confirmed(new(2026, 6, 2));
        await customers.Send(new DeleteCustomer(deleted));
        await customers.Given(new PersonErasureRequestedV1(erased, customers.Time.GetUtcNow()), $"person-erasure/{erased}", 1);
        await customers.Merge(anna, merged);
        return customers;
    }

    private static async Task Score(ModuleHarness customers)
    {
        await using var scope = customers.Scope();
        var job = ActivatorUtilities.CreateInstance<ScoreCustomers>(scope.ServiceProvider);
        (await job.Run(CancellationToken.None)).ShouldBe("2 customers scored as of 2026-06-14");
        await job.Run(CancellationToken.None);
        var scores = await customers.Read<CustomersDbContext, List<CustomerScore>>(db => db.Set<CustomerScore>().OrderBy(s => s.Recency).ToListAsync());
        scores.Select(s => (s.Recency, s.Frequency, s.Monetary)).ShouldBe([(2, 2, 2), (4, 4, 4)]);
    }

    private static async Task<List<string>> Chosen(ModuleHarness customers, SegmentRule rules, Caller? caller = null)
    {
        await using var scope = customers.Scope(caller);
        var chosen = await scope.ServiceProvider.GetRequiredService<CustomerAudience>().Chosen("", rules, customers.Time.GetUtcNow(), CancellationToken.None);
        return await chosen.OrderBy(c => c.Name).Select(c => c.Name).ToListAsync();
    }

    private static async Task<(string Hash, bool SameMembers)> Again(ModuleHarness customers, Guid id)
    {
        await using var scope = customers.Scope();
        var db = scope.ServiceProvider.GetRequiredService<CustomersDbContext>();
        var sample = await db.Set<Sample>().SingleAsync(s => s.Id == new SampleId(id));
        var frame = await scope.ServiceProvider.GetRequiredService<SampleFrames>().Read(sample.Design, sample.DrawnAt, CancellationToken.None);
        var kept = await db.Set<SampleMember>().Where(m => m.SampleId == sample.Id).OrderBy(m => m.Position).Select(m => m.CustomerId.Value).ToListAsync();
        return (frame.Hash(), DrawnSample.Of(frame, sample.Design).Members.Select(m => m.Id).SequenceEqual(kept));
    }

    private static SegmentRule If(string field, string value, string? op = null) => new() { Field = field, Op = op, Value = value };

    private static SegmentRule Not(SegmentRule rule) => new() { Not = rule };
}

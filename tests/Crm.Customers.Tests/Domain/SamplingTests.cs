using Crm.Customers.Application.Sampling;
using Crm.Customers.Domain.Sampling;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Domain;

public sealed class SamplingTests
{
    private static readonly SampleDesign Simple = new("s", "", null, null, SamplingMethod.Simple, 10, 42, null, null, null);

    [Fact]
    public void The_generator_is_the_published_one()
    {
        var random = new SplitMix(1234567);

        // The first numbers of the reference implementation for this seed.
        new[] { random.Next(), random.Next(), random.Next() }.ShouldBe([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL]);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Allocation_sums_to_the_size_and_takes_no_more_than_a_stratum_has(int seed)
    {
        var random = new Random(seed);
        foreach (var kind in Enum.GetValues<AllocationKind>())
        {
            var strata = Enumerable.Range(0, random.Next(1, 12)).Select(i => new Stratum($"{i}", random.Next(1, 60), random.Next(3) == 0 ? 0m : random.Next(1, 100_000) / 7m)).ToList();
            var size = random.Next(0, strata.Sum(s => s.Size) + 1);

            var shares = Allocation.Of(strata, size, kind);

            shares.Sum().ShouldBe(size);
            shares.Zip(strata).ShouldAllBe(s => s.First >= 0 && s.First <= s.Second.Size);
        }
    }

    [Fact]
    public void Shares_follow_size_evenness_or_what_varies_and_what_a_stratum_lacks_is_taken_from_the_others()
    {
        Stratum[] strata = [new("a", 60, 1m), new("b", 30, 8m), new("c", 10, 0m)];

        Allocation.Of(strata, 20, AllocationKind.Proportional).ShouldBe([12, 6, 2]);
        Allocation.Of(strata, 20, AllocationKind.Equal).ShouldBe([7, 7, 6]);
        Allocation.Of(strata, 20, AllocationKind.Neyman).ShouldBe([4, 16, 0]);
        Allocation.Of(strata, 48, AllocationKind.Equal).ShouldBe([19, 19, 10]);
        Allocation.Of(strata, 95, AllocationKind.Neyman).ShouldBe([60, 30, 5]);
    }

    [Theory]
    [InlineData(nameof(SamplingMethod.Simple))]
    [InlineData(nameof(SamplingMethod.Systematic))]
    [InlineData(nameof(SamplingMethod.Stratified))]
    public void Every_customer_of_the_frame_is_as_likely_as_the_others(string name)
    {
        var method = Enum.Parse<SamplingMethod>(name);

        // Chi-square of how often each of 20 is drawn in 4,000 samples of 6, seeds 0 to 3,999. Drawn without replacement the counts vary less
        // than independent ones by (N - n) / (N - 1), and in each of two strata of 10 by (10 - 3) / (10 - 1): there the counts of a stratum sum to
        // what is drawn from it, so there are 18 degrees of freedom and not 19. What is exceeded once in a thousand by chance: 42.31, or 43.82.
        const int Frame = 20, Size = 6, Samples = 4000;
        var frame = new Frame(Enumerable.Range(1, Frame).Select(i => new FrameMember(new Guid(i, 0, 0, new byte[8]), i % 2 == 0 ? "even" : "odd")));
        var counts = frame.Members.ToDictionary(m => m.Id, _ => 0);
        for (var seed = 0; seed < Samples; seed++)
        {
            foreach (var member in DrawnSample.Of(frame, Simple with { Method = method, Size = Size, Seed = seed }).Members) counts[member.Id]++;
        }

        var expected = (double)Samples * Size / Frame;
        var strata = method == SamplingMethod.Stratified ? 2 : 1;
        var chiSquare = counts.Values.Sum(c => (c - expected) * (c - expected) / expected) * ((Frame / strata) - 1) / ((Frame - Size) / strata);
        chiSquare.ShouldBeLessThan(strata == 2 ? 42.31 : 43.82);
        chiSquare.ShouldBeGreaterThan(method == SamplingMethod.Systematic ? 0 : strata == 2 ? 4.90 : 5.41);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_seed_draws_the_same_for_ever_whatever_order_the_frame_comes_in(int seed)
    {
        var random = new Random(seed);
        var members = Enumerable.Range(0, random.Next(10, 400)).Select(_ => new FrameMember(Made(random), $"{random.Next(4)}", random.Next(1000))).ToList();
        foreach (var method in Enum.GetValues<SamplingMethod>())
        {
            var design = Simple with { Method = method, Size = random.Next(0, members.Count + 1), Seed = seed, Allocation = AllocationKind.Neyman };
            var (one, other) = (new Frame(members), new Frame(members.OrderBy(_ => random.Next())));

            var drawn = DrawnSample.Of(one, design).Members;

            DrawnSample.Of(other, design).Members.ShouldBe(drawn);
            one.Hash().ShouldBe(other.Hash());
            drawn.Count.ShouldBe(design.Size);
            drawn.Distinct().Count().ShouldBe(design.Size);
            new Frame(members.Skip(1)).Hash().ShouldNotBe(one.Hash());
        }
    }

    [Fact]
    public void What_is_drawn_does_not_change_with_a_new_version_of_anything()
    {
        var frame = new Frame(Enumerable.Range(1, 100).Select(i => new FrameMember(new Guid(i, 0, 0, new byte[8]))));

        DrawnSample.Of(frame, Simple).Members.Select(m => Convert.ToInt32(m.Id.ToString("N")[..8], 16)).ShouldBe(DrawnWith42);
        frame.Hash().ShouldBe(HashOfHundred);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    private static readonly int[] DrawnWith42 = [4, 22, 29, 38, 49, 53, 64, 73, 94, 100];

    private const string HashOfHundred = "c818855a2ee14292a93db67ac5267413de812b0df222faa96f64322e9af3b1d1";

    private static Guid Made(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}

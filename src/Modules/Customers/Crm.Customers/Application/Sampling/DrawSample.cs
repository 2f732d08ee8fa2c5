using System.Security.Cryptography;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.Customers.Application.Analysis;
using Crm.Customers.Application.Segments;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Sampling;
using Crm.Customers.Domain.Segments;
using Crm.Customers.Persistence;
using FluentValidation;

namespace Crm.Customers.Application.Sampling;

/// <summary>Draws customers by chance among those that the caller may see, and keeps them.</summary>
internal sealed record DrawSample : ICommand<DrawnSampleReply>
{
    public required string Name { get; init; }

    /// <summary>Filters of the list of customers as in its query string, such as <c>filter[industry]=tea</c>, but neither words nor names; left out: all.</summary>
    public string? Filter { get; init; }

    /// <summary>Only members of this segment, by the version that is in force.</summary>
    public Guid? SegmentId { get; init; }

    public SamplingMethod Method { get; init; } = SamplingMethod.Simple;

    /// <summary>How many customers.</summary>
    public required int Size { get; init; }

    /// <summary>Decides who is drawn, so that it can be drawn again; left out, one is taken by chance.</summary>
    public long? Seed { get; init; }

    /// <summary>A dimension of the analysis, for a stratified sample.</summary>
    public string? StratifyBy { get; init; }

    /// <summary>How a stratified sample is divided; left out: proportional.</summary>
    public AllocationKind? Allocation { get; init; }

    /// <summary>What varies, for Neyman allocation: <c>net</c>, <c>margin</c>, <c>orders</c> or <c>openBalance</c>.</summary>
    public string? Measure { get; init; }
}

/// <param name="Id">The sample.</param>
/// <param name="FrameSize">How many customers it was drawn from.</param>
/// <param name="FrameHash">Of those customers.</param>
/// <param name="Seed">By which it was drawn.</param>
/// <param name="Size">How many were drawn.</param>
/// <param name="Strata">What was drawn from each; empty where they are by age or sex and one of them is of few.</param>
internal sealed record DrawnSampleReply(Guid Id, int FrameSize, string FrameHash, long Seed, int Size, IReadOnlyList<SampleStratum> Strata);

internal sealed class DrawSampleValidator : AbstractValidator<DrawSample>
{
    public const int MostDrawn = 10_000;

    /// <summary>What every program can read out of JSON without losing digits.</summary>
    public const long GreatestSeed = (1L << 53) - 1;

    private static readonly Phrase OnlyStratified = new("Only a stratified sample has it, and it has to have it.", "仅分层抽样需要并且必须填写。");
    private static readonly Phrase NotStratified = new("Only a stratified sample has it.", "仅分层抽样可填写。");
    private static readonly Phrase OnlyNeyman = new("'net', 'margin', 'orders' or 'openBalance' with Neyman allocation, and only with it.", "仅内曼分配需要填写 net、margin、orders 或 openBalance。");

    public DrawSampleValidator()
    {
        RuleFor(s => s.Name).NotEmpty().MaximumLength(CustomerLimits.Text);
        RuleFor(s => s.Filter).MaximumLength(2000);
        RuleFor(s => s.Method).IsInEnum();
        RuleFor(s => s.Allocation).IsInEnum();
        RuleFor(s => s.Size).InclusiveBetween(1, MostDrawn);
        RuleFor(s => s.Seed).InclusiveBetween(0, GreatestSeed);
        RuleFor(s => s.StratifyBy).Must((s, by) => by is not null == (s.Method == SamplingMethod.Stratified)).WithPhrase(OnlyStratified);
        RuleFor(s => s.Allocation).Must((s, allocation) => allocation is null || s.Method == SamplingMethod.Stratified).WithPhrase(NotStratified);
        RuleFor(s => s.Measure).Must((s, measure) => s.Allocation == AllocationKind.Neyman ? measure is not null && SampleFrames.Measures.ContainsKey(measure) : measure is null)
            .WithPhrase(OnlyNeyman);
    }
}

internal sealed class DrawSampleHandler(CustomersDbContext db, CustomerAudience audience, SampleFrames frames, ISettings settings, CallerContext caller, TimeProvider time)
    : ICommandHandler<DrawSample, DrawnSampleReply>
{
    public async Task<DrawnSampleReply> Handle(DrawSample command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        KeptChoice.Require(command.Filter ?? "", "/filter");
        int? version = command.SegmentId is { } segment ? (await audience.RulesOf(segment, version: null, ct)).Version : null;
        var allocation = command.Method == SamplingMethod.Stratified ? command.Allocation ?? AllocationKind.Proportional : (AllocationKind?)null;
        var design = new SampleDesign(
            command.Name.Trim(), command.Filter?.Trim() ?? "", command.SegmentId, version, command.Method, command.Size, command.Seed ?? ByChance(), command.StratifyBy, allocation, command.Measure);
        var frame = await frames.Read(design, now, ct);
        if (frame.Members.Count < design.Size) throw SegmentsRules.SampleTooLarge.Broken(design.Size, frame.Members.Count);
        var drawn = DrawnSample.Of(frame, design);
        var told = drawn with { Strata = frame.Told(drawn.Strata, await settings.Number(AnalysisSettings.FewestShown, ct)) };
        var sample = Sample.Draw(design, frame.Members.Count, frame.Hash(), told, caller.Caller.PersonId, caller.Caller.UnitId, now);
        db.Add(sample);
        db.AddRange(drawn.Members.Select((m, i) => new SampleMember { SampleId = sample.Id, Position = i + 1, CustomerId = new CustomerId(m.Id), Stratum = frame.ShowsStrata ? m.Stratum : null }));
        return new DrawnSampleReply(sample.Key, sample.FrameSize, sample.FrameHash, sample.Seed, sample.Size, sample.Strata);
    }

    private static long ByChance() => BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))) & DrawSampleValidator.GreatestSeed;
}

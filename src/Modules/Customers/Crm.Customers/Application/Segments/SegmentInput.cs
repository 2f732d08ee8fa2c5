using Crm.BuildingBlocks;
using Crm.Customers.Domain;
using FluentValidation;

namespace Crm.Customers.Application.Segments;

/// <summary>A segment as callers write it.</summary>
internal record SegmentInput
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    public required SegmentRule Rules { get; init; }
}

internal sealed class SegmentInputValidator<TInput> : AbstractValidator<TInput>
    where TInput : SegmentInput
{
    public SegmentInputValidator()
    {
        RuleFor(s => s.Name).NotEmpty().MaximumLength(CustomerLimits.Text);
        RuleFor(s => s.Description).MaximumLength(CustomerLimits.Note);
        RuleFor(s => s.Rules).NotNull();
    }
}

/// <param name="Id">The segment.</param>
/// <param name="Version">Send it as If-Match with the next change.</param>
internal sealed record SegmentReply(Guid Id, int Version);

/// <summary>Refuses rules that nobody could read, before they are kept.</summary>
internal static class SegmentChecking
{
    public static async Task RequireReadable(this CustomerAudience audience, SegmentRule rules, DateTimeOffset now, CancellationToken ct)
    {
        SegmentShape.Check(rules, "/rules");
        KeptChoice.Require(rules, "/rules");
        await audience.Chosen("", rules, now, ct);
    }
}

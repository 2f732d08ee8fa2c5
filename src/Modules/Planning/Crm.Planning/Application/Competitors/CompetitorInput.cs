using Crm.Planning.Domain;
using Crm.Planning.Domain.Competitors;
using FluentValidation;

namespace Crm.Planning.Application.Competitors;

/// <summary>A competitor as callers write it, without its code.</summary>
internal record CompetitorInput
{
    /// <summary>Its name in addresses and masks.</summary>
    public const string Resource = "competitors";

    public required string Name { get; init; }

    public string? Website { get; init; }

    public string? Note { get; init; }

    /// <summary>No more prices are taken of it; those that were seen stay.</summary>
    public bool IsArchived { get; init; }

    /// <summary>The competitor as the body that would write it.</summary>
    public static CompetitorInput Of(Competitor c) => new() { Name = c.Name, Website = c.Website, Note = c.Note, IsArchived = c.IsArchived };

    public CompetitorTerms Terms() => new(Name, Website, Note, IsArchived);
}

/// <param name="Id">The competitor.</param>
/// <param name="Version">Send it as If-Match with the next change.</param>
internal sealed record CompetitorReply(Guid Id, int Version)
{
    public static CompetitorReply Of(Competitor competitor) => new(competitor.Key, competitor.Version);
}

internal sealed class CompetitorInputValidator<TInput> : AbstractValidator<TInput>
    where TInput : CompetitorInput
{
    public CompetitorInputValidator()
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(ResearchColumns.Name);
        RuleFor(c => c.Website).MaximumLength(ResearchColumns.Address);
        RuleFor(c => c.Note).MaximumLength(ResearchColumns.Note);
    }
}

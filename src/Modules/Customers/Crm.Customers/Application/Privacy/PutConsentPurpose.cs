using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Privacy;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Privacy;

/// <summary>Says what customers can agree to; with If-Match it changes what was said.</summary>
internal sealed record PutConsentPurpose : ICommand<ConsentPurposeSaved>
{
    [JsonIgnore]
    public string Code { get; init; } = "";

    public required string English { get; init; }

    public required string Chinese { get; init; }

    /// <summary>Nothing is asked for it any more; what was said stays.</summary>
    public bool IsRetired { get; init; }
}

internal sealed record ConsentPurposeSaved(string Code, int Version);

internal sealed class PutConsentPurposeValidator : AbstractValidator<PutConsentPurpose>
{
    public PutConsentPurposeValidator()
    {
        RuleFor(c => c.Code).NotEmpty().MaximumLength(ConsentPurpose.LongestCode).Matches("^[a-z0-9-]+$");
        RuleFor(c => c.English).NotEmpty().MaximumLength(CustomerLimits.Text);
        RuleFor(c => c.Chinese).NotEmpty().MaximumLength(CustomerLimits.Text);
    }
}

internal sealed class PutConsentPurposeHandler(CustomersDbContext db, CommandContext command) : ICommandHandler<PutConsentPurpose, ConsentPurposeSaved>
{
    public async Task<ConsentPurposeSaved> Handle(PutConsentPurpose said, CancellationToken ct)
    {
        var purpose = await db.Set<ConsentPurpose>().SingleOrDefaultAsync(p => p.Code == said.Code, ct);
        if (purpose is null) db.Add(purpose = new ConsentPurpose(said.Code));
        else if (command.ExpectedVersion is null) throw new PreconditionRequired();
        db.CheckExpectedVersion(purpose);
        purpose.Change(said.English, said.Chinese, said.IsRetired);
        return new ConsentPurposeSaved(purpose.Code, purpose.Version);
    }
}

using System.Globalization;
using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Hosting.Quality;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Catalogue;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Quality;

/// <summary>Says that what was found is right as it is.</summary>
internal sealed record DismissFinding : ICommand<FindingSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public required string Reason { get; init; }
}

/// <summary>Takes a dismissal back.</summary>
internal sealed record ReopenFinding(Guid Id) : ICommand<FindingSaved>;

/// <summary>Changes the product as the finding proposes, by the command that everybody else changes it with.</summary>
internal sealed record AcceptProposal(Guid Id) : ICommand<ProductSaved>;

/// <summary>What came of a decision about a finding.</summary>
internal sealed record FindingSaved(Guid Id, QualityFindingState State, int Version)
{
    public static FindingSaved Of(QualityFinding finding) => new(finding.Key, finding.State, finding.Version);
}

internal sealed class DismissFindingValidator : AbstractValidator<DismissFinding>
{
    public DismissFindingValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(Columns.Reason);
    }
}

internal sealed class ReopenFindingValidator : AbstractValidator<ReopenFinding>
{
    public ReopenFindingValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class AcceptProposalValidator : AbstractValidator<AcceptProposal>
{
    public AcceptProposalValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class DismissFindingHandler(SalesOrdersDbContext db, ProductQuality quality, CallerContext caller, TimeProvider time)
    : ICommandHandler<DismissFinding, FindingSaved>
{
    public async Task<FindingSaved> Handle(DismissFinding command, CancellationToken ct)
    {
        var finding = await db.ForChange<QualityFinding, QualityFindingId>(new QualityFindingId(command.Id), ct);
        finding.Dismiss(command.Reason, caller.Caller.Id, time.GetUtcNow());
        await quality.Check(finding.SubjectId, ct);
        return FindingSaved.Of(finding);
    }
}

internal sealed class ReopenFindingHandler(SalesOrdersDbContext db, ProductQuality quality) : ICommandHandler<ReopenFinding, FindingSaved>
{
    public async Task<FindingSaved> Handle(ReopenFinding command, CancellationToken ct)
    {
        var finding = await db.ForChange<QualityFinding, QualityFindingId>(new QualityFindingId(command.Id), ct);
        finding.Reopen();
        await quality.Check(finding.SubjectId, ct);
        return FindingSaved.Of(finding);
    }
}

internal sealed class AcceptProposalHandler(
    SalesOrdersDbContext db, ProductQuality quality, ICommandHandler<ChangeProduct, ProductSaved> change, ICommandHandler<SetProductCost, ProductSaved> setCost,
    CallerContext caller, TimeProvider time)
    : ICommandHandler<AcceptProposal, ProductSaved>
{
    public async Task<ProductSaved> Handle(AcceptProposal command, CancellationToken ct)
    {
        // An If-Match names the version of the product: that is what changes.
        var id = new QualityFindingId(command.Id);
        var finding = await db.Set<QualityFinding>().SingleOrDefaultAsync(f => f.Id == id, ct) ?? throw new ResourceNotFound("quality-finding", command.Id.ToString());
        var proposal = finding.Accept(caller.Caller.Id, time.GetUtcNow());
        var (basis, values) = (finding.Basis, finding.ProposalValues);
        await quality.Check(finding.SubjectId, ct);
        var isSame = db.Entry(finding).State != EntityState.Deleted && finding.Basis == basis && finding.ProposalKind == proposal.Kind && finding.ProposalValues.SequenceEqual(values);
        if (!isSame) throw QualityProblems.DataChanged.Broken();
        var saved = await Mend(finding.SubjectId, proposal, ct);
        await quality.Check(finding.SubjectId, ct);
        return saved;
    }

    private async Task<ProductSaved> Mend(Guid product, QualityProposal proposal, CancellationToken ct)
    {
        var id = new ProductId(product);
        var present = ChangeProduct.Of(await db.Products.AsNoTracking().SingleAsync(p => p.Id == id, ct));
        return proposal.Kind switch
        {
            ProductProposals.CategoryOfSupplier or ProductProposals.CategoryOfLike => await change.Handle(present with { Category = proposal.Values[0] }, ct),
            ProductProposals.Deactivate => await change.Handle(present with { IsActive = false }, ct),
            ProductProposals.CurrentCost or ProductProposals.LastReceipt => await setCost.Handle(
                new SetProductCost { Id = product, Kind = CostKind.Standard, Cost = decimal.Parse(proposal.Values[0], CultureInfo.InvariantCulture) }, ct),
            _ => throw new InvalidOperationException($"Nobody knows how to {proposal.Kind}."),
        };
    }
}

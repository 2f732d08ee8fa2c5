using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Loyalty;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Loyalty;

/// <summary>Says how points are earned from now on, what they are worth and how long they last.</summary>
internal sealed record SetLoyaltyProgram : ICommand<LoyaltyProgramSaved>
{
    /// <summary>ISO 4217; orders in other currencies take no part.</summary>
    public required string Currency { get; init; }

    /// <summary>For one unit of the currency, up to four decimals.</summary>
    public required decimal PointsPerUnit { get; init; }

    /// <summary>What one point pays, up to four decimals.</summary>
    public required decimal PointValue { get; init; }

    /// <summary>Left out: for ever.</summary>
    public int? MonthsValid { get; init; }

    public bool IsActive { get; init; } = true;
}

internal sealed record LoyaltyProgramSaved(string Currency, decimal PointsPerUnit, decimal PointValue, int? MonthsValid, bool IsActive, int Version)
{
    public static LoyaltyProgramSaved Of(LoyaltyProgram p) => new(p.Currency, p.PointsPerUnit, p.PointValue, p.MonthsValid, p.IsActive, p.Version);
}

internal sealed class SetLoyaltyProgramValidator : AbstractValidator<SetLoyaltyProgram>
{
    private const decimal Most = 10_000m;

    public SetLoyaltyProgramValidator()
    {
        RuleFor(c => c.Currency).IsCurrency();
        RuleFor(c => c.PointsPerUnit).InclusiveBetween(0m, Most).PrecisionScale(9, 4, ignoreTrailingZeros: true);
        RuleFor(c => c.PointValue).GreaterThan(0m).LessThanOrEqualTo(Most).PrecisionScale(9, 4, ignoreTrailingZeros: true);
        RuleFor(c => c.MonthsValid).InclusiveBetween(1, 120);
    }
}

internal sealed class SetLoyaltyProgramHandler(SalesOrdersDbContext db) : ICommandHandler<SetLoyaltyProgram, LoyaltyProgramSaved>
{
    public async Task<LoyaltyProgramSaved> Handle(SetLoyaltyProgram command, CancellationToken ct)
    {
        var facts = new LoyaltyFacts(command.Currency, command.PointsPerUnit, command.PointValue, command.MonthsValid, command.IsActive);
        var program = await db.LoyaltyPrograms.SingleOrDefaultAsync(ct);
        if (program is null) db.LoyaltyPrograms.Add(program = LoyaltyProgram.Begin(facts));
        else
        {
            db.CheckExpectedVersion(program);
            program.Change(facts);
        }

        return LoyaltyProgramSaved.Of(program);
    }
}

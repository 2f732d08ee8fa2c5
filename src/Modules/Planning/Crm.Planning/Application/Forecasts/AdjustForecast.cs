using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.Forecasts;
using Crm.Planning.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Forecasts;

/// <summary>Adds to a forecast of somebody, or takes from it, as a row of its own.</summary>
internal sealed record AdjustForecast(Guid SubmissionId, AdjustmentInput Adjustment) : ICommand<AdjustmentReply>;

/// <param name="Category">What is thought of otherwise.</param>
/// <param name="Amount">Signed, in the currency of the forecast and its digits; not 0.</param>
/// <param name="Reason">At most 2000 characters.</param>
internal sealed record AdjustmentInput(ForecastCategory Category, decimal Amount, string Reason);

/// <param name="Id">The row.</param>
internal sealed record AdjustmentReply(Guid Id);

internal sealed class AdjustForecastValidator : AbstractValidator<AdjustForecast>
{
    public AdjustForecastValidator()
    {
        RuleFor(c => c.Adjustment.Amount).NotEqual(0m).InclusiveBetween(-TargetInputValidator.GreatestValue, TargetInputValidator.GreatestValue)
            .OverridePropertyName("amount");
        RuleFor(c => c.Adjustment.Reason).NotEmpty().MaximumLength(2000).OverridePropertyName("reason");
    }
}

internal sealed class AdjustForecastHandler(PlanningDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<AdjustForecast, AdjustmentReply>
{
    public async Task<AdjustmentReply> Handle(AdjustForecast command, CancellationToken ct)
    {
        var key = new ForecastSubmissionId(command.SubmissionId);
        var submission = await db.ForecastSubmissions.SingleOrDefaultAsync(s => s.Id == key, ct)
            ?? throw new ResourceNotFound("forecast-submission", command.SubmissionId.ToString());
        var (category, amount, reason) = command.Adjustment;
        var adjustment = ForecastAdjustment.Of(submission, caller.Caller.Id, category, amount, reason, time.GetUtcNow());
        db.ForecastAdjustments.Add(adjustment);
        return new AdjustmentReply(adjustment.Id.Value);
    }
}

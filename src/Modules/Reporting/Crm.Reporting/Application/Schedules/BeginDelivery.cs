using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Reporting.Domain.Schedules;
using Crm.Reporting.Persistence;
using FluentValidation;

namespace Crm.Reporting.Application.Schedules;

/// <summary>Takes the right to send one mail. The commit comes before the mail server is spoken to.</summary>
internal sealed record BeginDelivery(Guid Id) : ICommand<BegunDelivery>;

/// <param name="Attempt">Number of the try; null when somebody else has the right or nothing is to be sent.</param>
internal sealed record BegunDelivery(int? Attempt);

internal sealed class BeginDeliveryValidator : AbstractValidator<BeginDelivery>
{
    public BeginDeliveryValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class BeginDeliveryHandler(ReportingDbContext db, TimeProvider time) : ICommandHandler<BeginDelivery, BegunDelivery>
{
    public async Task<BegunDelivery> Handle(BeginDelivery command, CancellationToken ct)
    {
        var delivery = await db.ForChange<Delivery, DeliveryId>(new DeliveryId(command.Id), ct);
        return new BegunDelivery(delivery.Begin(time.GetUtcNow()) ? delivery.Tries : null);
    }
}

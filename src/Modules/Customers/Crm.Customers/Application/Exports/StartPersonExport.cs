using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Exports;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Exports;

/// <summary>Writes all that is kept of a person into a file for that person, to be fetched for a week by whoever asked for it.</summary>
internal sealed record StartPersonExport(Guid CustomerId) : ICommand<OperationId>
{
    public const string Kind = "customers.export-person";
}

internal sealed class StartPersonExportValidator : AbstractValidator<StartPersonExport>
{
    public StartPersonExportValidator() => RuleFor(c => c.CustomerId).NotEmpty();
}

internal sealed class StartPersonExportHandler(CustomersDbContext db, CallerContext caller, OperationStarter starter) : ICommandHandler<StartPersonExport, OperationId>
{
    public async Task<OperationId> Handle(StartPersonExport command, CancellationToken ct)
    {
        var (id, now) = (new CustomerId(command.CustomerId), db.Time.GetUtcNow());
        var name = await db.Customers.Where(c => c.Id == id).Select(c => c.Name).SingleOrDefaultAsync(ct) ?? throw new ResourceNotFound("customer", command.CustomerId.ToString());
        if (name.Length == 0) throw CustomersRules.Erased.Broken();
        var file = new CustomerFile
        {
            Id = Guid.CreateVersion7(now),
            Kind = CustomerFileKind.Person,
            SubjectId = id,
            CallerId = caller.Caller.Id,
            CallerName = caller.Caller.Name,
            CreatedAt = now,
        };
        db.Add(file);
        var operation = await starter.Start(db, StartPersonExport.Kind, new CustomerFileRequest(file.Id), ct);
        file.OperationId = operation.Value;
        db.AddAuditEntry("customers.ask-personal-data", "customer", command.CustomerId);
        return operation;
    }
}

using Crm.BuildingBlocks.Hosting.Files;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Customers.Application.Consumers;
using Crm.Customers.Application.Quality;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Exports;
using Crm.Customers.Domain.Privacy;
using Crm.Customers.Domain.Quality;
using Crm.Customers.Persistence;
using Crm.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Privacy;

/// <summary>Leaves of the consents of a person who is erased that somebody said yes or no, and of files, corrections and findings about the person nothing.</summary>
internal sealed class ForgetPrivately(CustomersDbContext db, CustomerQuality quality) : IConsumer<PersonErasureRequestedV1>
{
    public async Task Consume(Received<PersonErasureRequestedV1> received, CancellationToken ct)
    {
        await db.CloseErased(received.Event.PersonId, ct);
        var customer = new CustomerId(received.Event.PersonId);
        foreach (var consent in await db.Set<Consent>().Where(c => c.CustomerId == customer).ToListAsync(ct)) consent.Forget();
        var files = await db.Set<CustomerFile>().Where(f => f.SubjectId == customer).ToListAsync(ct);
        await StoredFiles.GiveUp(db, [.. files.Select(f => f.FileId).OfType<Guid>()], ct);
        db.RemoveRange(files);
        await db.Set<CleansingProposal>().Where(p => p.CustomerId == customer).ExecuteDeleteAsync(ct);
        await quality.Check([customer.Value], await quality.Rules(ct), ct);
    }
}

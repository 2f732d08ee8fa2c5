using Crm.Planning.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Persistence;

internal static class PlanningMapping
{
    public static void Map(ModelBuilder model)
    {
        PlanMapping.Map(model);
        ForecastMapping.Map(model);
        AttainmentMapping.Map(model);
        PricesMapping.Map(model);
        OffersMapping.Map(model);
        ResearchMapping.Map(model);
        model.Entity<PersonCopy>(person =>
        {
            person.ToTable("PersonCopies").HasKey(p => p.UserId);
            person.Property(p => p.UserId).ValueGeneratedNever();
        });
    }
}
